import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import { mayReadPlan } from '../get-plan.ts';
import { findPulse, moveVisitor } from './live-store.ts';
import { signalPlan } from './plan-signal.ts';

/**
 * Says at which row of a plan somebody is, for the others who have it open. A window that is not theirs, or not known, says nothing.
 * @throws AppError `plan.not-found`
 */
export async function tellPlace(
  context: Context,
  options: { planId: string; visitorId: string; itemId: string | null },
): Promise<void> {
  requirePermission(context, 'plan.view');
  const { planId, visitorId, itemId } = options;
  await inSchool(context.db, context.schoolId, async (trx) => {
    try {
      await moveVisitor(trx, planId, { id: visitorId, userId: context.user.id, itemId });
    } catch (error) {
      if (!isNoRowWritten(error)) throw error;
      const { state } = await findPulse(trx, planId);
      if (state === null || !mayReadPlan(context, { state })) throw new AppError('plan.not-found');
    }
  });
  signalPlan(context.db, planId);
}
