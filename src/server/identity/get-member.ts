import { AppError } from '#core/kernel/app-error.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { findMember, type Member } from './member-store.ts';

/** @throws AppError `identity.not-allowed`, `identity.member.not-found` */
export async function getMember(context: Context, options: { userId: string }): Promise<Member> {
  requirePermission(context, 'member.view');
  const member = await inSchool(context.db, context.schoolId, (trx) => findMember(trx, options.userId));
  if (!member) throw new AppError('identity.member.not-found');
  return member;
}
