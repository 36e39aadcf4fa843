import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { lockPlan } from './life/life-store.ts';
import { deletePlan, findPlan } from './plan-store.ts';

/**
 * Throws away a plan that was read from a file and not accepted; the file stays. @throws AppError `plan.not-found`,
 * `plan.already-accepted`
 */
export async function discardPlan(context: Context, options: { planId: string }): Promise<void> {
  requirePermission(context, 'plan.edit');
  await inSchool(context.db, context.schoolId, async (trx) => {
    // Somebody may accept it at this very moment.
    await lockPlan(trx, options.planId);
    const plan = await findPlan(trx, options.planId);
    if (!plan) throw new AppError('plan.not-found');
    if (plan.state !== 'review') throw new AppError('plan.already-accepted');
    await deletePlan(trx, options.planId);
    await recordAudit(trx, {
      actorId: context.user.id,
      at: context.clock.now(),
      action: 'plan.discarded',
      subjectType: 'plan',
      subjectId: options.planId,
      details: { title: plan.title, uploadId: plan.upload_id },
    });
  });
}
