import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { Context } from '#server/identity/context.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import { listUploads } from './get-upload.ts';
import type { UploadSummary } from './upload-store.ts';

export interface UploadWithPlan extends UploadSummary {
  /** The plan that was made of it; null when there is none, or when it was thrown away. */
  plan: { id: string; state: PlanState; rows: number } | null;
}

/** A page of uploads, newest first, each with what became of it. */
export async function listUploadsWithPlans(
  context: Context,
  options: { before?: { createdAt: Date; id: string } } = {},
): Promise<UploadWithPlan[]> {
  const [uploads, plans] = await Promise.all([listUploads(context, options), listPlans(context)]);
  const planOf = new Map(plans.flatMap((plan) => (plan.uploadId === null ? [] : [[plan.uploadId, plan] as const])));
  return uploads.map((upload) => {
    const plan = planOf.get(upload.id);
    return { ...upload, plan: plan ? { id: plan.id, state: plan.state, rows: plan.rows } : null };
  });
}
