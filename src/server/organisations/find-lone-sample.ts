import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';

/**
 * The sample school that somebody looked around in, as long as it is the only school here: its principal may go on to make the real one.
 * Null in a real school, and once there is another. `accounts`: how many there are in all, which a second try at the same time changes.
 * @throws AppError `identity.not-allowed`
 */
export async function findLoneSample(context: Context): Promise<{ accounts: number } | null> {
  requirePermission(context, 'school.edit');
  return inSchool(context.db, context.schoolId, async (trx) => {
    if (!(await isSample(trx))) return null;
    const [ours, all] = await Promise.all([countOf(trx, 'membership'), countOf(trx, 'user')]);
    return ours === all ? { accounts: all } : null;
  });
}

/** The log alone says it, and for ever: a sample school stays one under any name. */
async function isSample(trx: SchoolTransaction): Promise<boolean> {
  const entry = await trx
    .selectFrom('audit_entry')
    .select('details')
    .where('school_id', '=', trx.schoolId)
    .where('subject_type', '=', 'school')
    .where('subject_id', '=', trx.schoolId)
    .where('action', '=', 'organisations.school-created')
    .executeTakeFirst();
  return (entry?.details as { sample?: boolean } | undefined)?.sample === true;
}

/** Of memberships those of this school, which is all that can be seen of them; of people all on this server. */
async function countOf(trx: SchoolTransaction, table: 'membership' | 'user'): Promise<number> {
  const { count } = await trx
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
