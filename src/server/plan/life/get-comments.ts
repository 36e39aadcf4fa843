import type { Selectable } from 'kysely';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { memberNames } from '#server/identity/member-names.ts';
import type { PlanCommentTable } from '#server/platform/schema-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findComments } from './comment-store.ts';
import { findInvitations, type Invitation } from './invitation-store.ts';

export type Comment = Selectable<PlanCommentTable> & { answeredByName: string | null };

/** What was said about a plan, oldest first; of one row when it is named. */
export async function getComments(
  context: Context,
  options: { planId: string; itemId?: string | null },
): Promise<Comment[]> {
  requirePermission(context, 'plan.view');
  const comments = await inSchool(context.db, context.schoolId, (trx) =>
    findComments(trx, options.planId, options.itemId ?? null),
  );
  const names = await memberNames(
    context,
    comments.flatMap(({ answered_by }) => answered_by ?? []),
  );
  return comments.map((comment) => ({ ...comment, answeredByName: names.get(comment.answered_by ?? '') ?? null }));
}

/** Who was invited to comment, without the secrets of their links. */
export async function listInvitations(
  context: Context,
  options: { planId: string },
): Promise<Omit<Invitation, 'secret_sha256'>[]> {
  requirePermission(context, 'plan.consult');
  const invitations = await inSchool(context.db, context.schoolId, (trx) => findInvitations(trx, options.planId));
  return invitations.map(({ secret_sha256: _secret, ...invitation }) => invitation);
}
