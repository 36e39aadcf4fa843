import { AppError } from '#core/kernel/app-error.ts';
import { vietnamDay } from '#core/kernel/vietnam-time.ts';
import { typedLine } from '#core/kernel/text.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { isId, newId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { findInvitation, insertInvitation, updateInvitation } from './invitation-store.ts';
import { holdPlan } from './life-store.ts';
import { newSecret, tokenText } from './invitation-token.ts';

/** Days that a link works. */
export const INVITATION_DAYS = 30;
const NAME_LIMIT = 200;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A link for somebody who has no account. It is told once; only its hash is kept.
 * @returns the last part of the address
 * @throws AppError `plan.not-found`, `plan.not-in-consultation`, `invitation.name-missing`, `invitation.name-too-long`
 */
export async function inviteToConsultation(
  context: Context,
  options: { planId: string; name: string },
): Promise<{ invitationId: string; token: string }> {
  requirePermission(context, 'plan.consult');
  const name = typedLine(options.name);
  if (name === '') throw new AppError('invitation.name-missing');
  if (name.length > NAME_LIMIT) throw new AppError('invitation.name-too-long', { limit: NAME_LIMIT });
  const at = context.clock.now();
  const invitationId = newId();
  const secret = newSecret();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const plan = await holdPlan(trx, options.planId);
    if (!plan) throw new AppError('plan.not-found');
    if (plan.state !== 'consultation') throw new AppError('plan.not-in-consultation');
    await insertInvitation(trx, {
      plan_id: options.planId,
      id: invitationId,
      revision: plan.revision,
      name,
      secret_sha256: sha256(secret),
      expires_on: vietnamDay(new Date(at.getTime() + INVITATION_DAYS * DAY)),
      withdrawn_at: null,
      opened_at: null,
      created_by: context.user.id,
      created_at: at,
    });
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.invited',
      subjectType: 'plan',
      subjectId: options.planId,
      details: { invitationId, name },
    });
  });
  return { invitationId, token: tokenText({ schoolId: context.schoolId, invitationId, secret }) };
}

/** From now on the link opens nothing. @throws AppError `invitation.not-found` */
export async function withdrawInvitation(
  context: Context,
  options: { planId: string; invitationId: string },
): Promise<void> {
  requirePermission(context, 'plan.consult');
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const { invitationId } = options;
    const invitation = isId(invitationId) ? await findInvitation(trx, invitationId) : null;
    if (invitation?.plan_id !== options.planId) throw new AppError('invitation.not-found');
    if (invitation.withdrawn_at !== null) return;
    await updateInvitation(trx, invitation.id, { withdrawn_at: at });
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.invitation-withdrawn',
      subjectType: 'plan',
      subjectId: options.planId,
      details: { invitationId: invitation.id, name: invitation.name },
    });
  });
}
