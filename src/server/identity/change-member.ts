import type { MemberFacts } from '#core/identity/member-facts.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { keepAPrincipal } from './keep-a-principal.ts';
import { findMember, type Member } from './member-store.ts';
import { writeMemberFacts } from './write-member-facts.ts';

/** `current`: somebody else was first; what they left, to be shown beside what was wanted. */
export type MemberSaved = { saved: true } | { saved: false; current: Member };

export interface MemberVersion {
  userId: string;
  /** That was read. */
  version: number;
}

/**
 * Writes down name, role, title and telephone of a member.
 * @throws AppError `identity.not-allowed`, `identity.member.not-found`, `identity.last-principal`
 */
export async function changeMember(
  context: Context,
  options: MemberVersion & { facts: MemberFacts },
): Promise<MemberSaved> {
  requirePermission(context, 'member.edit');
  const { facts, userId } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    const read = await readForChange(trx, options);
    if (!read.saved) return read;
    const { member } = read;
    if (facts.role !== 'principal') await keepAPrincipal(trx, userId);
    await writeMemberFacts(trx, userId, facts, at);
    const { displayName, role, jobTitle, phone } = member;
    const changed = Object.entries({ displayName, role, jobTitle, phone })
      .filter(([field, was]) => facts[field as keyof MemberFacts] !== was)
      .map(([field]) => field);
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: 'identity.member-changed',
      subjectType: 'user',
      subjectId: userId,
      details: { changed, ...(role === facts.role ? {} : { role: { from: role, to: facts.role } }) },
    });
    return { saved: true };
  });
}

/** The member in the version that was read, locked until the transaction ends; else what is there now. */
export async function readForChange(
  trx: SchoolTransaction,
  { userId, version }: MemberVersion,
): Promise<{ saved: true; member: Member } | { saved: false; current: Member }> {
  await trx
    .selectFrom('membership')
    .select('user_id')
    .where('school_id', '=', trx.schoolId)
    .where((query) => query.or([query('user_id', '=', userId), query('role', '=', 'principal')]))
    .orderBy('user_id')
    .forUpdate()
    .execute();
  const member = await findMember(trx, userId);
  if (!member) throw new AppError('identity.member.not-found');
  return member.version === version ? { saved: true, member } : { saved: false, current: member };
}
