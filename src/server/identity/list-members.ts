import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { findMembers, type Member } from './member-store.ts';

/** More people than any school has. */
const MOST = 2000;

/** Everybody of the school, those who have left too, by name. @throws AppError `identity.not-allowed` */
export async function listMembers(context: Context): Promise<Member[]> {
  requirePermission(context, 'member.view');
  return inSchool(context.db, context.schoolId, (trx) => findMembers(trx, MOST));
}
