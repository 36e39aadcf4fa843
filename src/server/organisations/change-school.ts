import { AppError } from '#core/kernel/app-error.ts';
import type { NewSchool } from '#core/organisations/new-school.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';

/**
 * What the school is called, whom it belongs to, where it signs, and which school year it works in. Documents keep the letterhead that
 * they were written with.
 * @throws AppError `identity.not-allowed`, `organisations.not-found`, `organisations.stale` when somebody else was first
 */
export async function changeSchool(context: Context, options: { version: number; school: NewSchool }): Promise<void> {
  requirePermission(context, 'school.edit');
  const { version, school } = options;
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const before = await lockSchool(trx);
    if (before.version !== version) throw new AppError('organisations.stale');
    const facts = {
      name: school.name,
      school_type: school.type,
      governing_body: school.governingBody,
      place: school.place,
    };
    await trx
      .updateTable('school')
      .set({ ...facts, version: version + 1, updated_at: at })
      .where('school_id', '=', trx.schoolId)
      .execute();
    await workInYear(trx, school.schoolYear.start, at);
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: 'organisations.school-changed',
      subjectType: 'school',
      subjectId: trx.schoolId,
      details: {
        schoolYear: school.schoolYear.start,
        before: {
          name: before.name,
          type: before.school_type,
          governingBody: before.governing_body,
          place: before.place,
        },
        after: { name: school.name, type: school.type, governingBody: school.governingBody, place: school.place },
      },
    });
  });
}

async function lockSchool(trx: SchoolTransaction) {
  const row = await trx
    .selectFrom('school')
    .select(['name', 'school_type', 'governing_body', 'place', 'version'])
    .where('school_id', '=', trx.schoolId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('organisations.not-found');
  return row;
}

/** The newest year is the one that is worked in: later ones, opened by mistake, go. What is kept of a year names it by itself. */
async function workInYear(trx: SchoolTransaction, start: number, at: Date): Promise<void> {
  const later = await trx
    .selectFrom('school_year')
    .select('start')
    .where('school_id', '=', trx.schoolId)
    .where('start', '>', start)
    .execute();
  const starts = later.map((year) => year.start);
  if (starts.length > 0)
    await trx.deleteFrom('school_year').where('school_id', '=', trx.schoolId).where('start', 'in', starts).execute();
  await trx
    .insertInto('school_year')
    .values({ school_id: trx.schoolId, start, created_at: at })
    .onConflict((conflict) => conflict.columns(['school_id', 'start']).doNothing())
    .execute();
}
