import type { Context } from '#server/identity/context.ts';
import { listPlansOfUploads, type PlanOfUpload } from '#server/plan/list-plans.ts';
import { listUploads } from './get-upload.ts';
import type { UploadSummary } from './upload-store.ts';

export interface UploadWithPlan extends UploadSummary {
  /** The plan that was made of it; null when there is none, or when it was thrown away. */
  plan: Omit<PlanOfUpload, 'uploadId'> | null;
}

/** A page of uploads, newest first, each with what became of it. */
export async function listUploadsWithPlans(
  context: Context,
  options: { before?: { createdAt: Date; id: string } } = {},
): Promise<UploadWithPlan[]> {
  const uploads = await listUploads(context, options);
  const plans = await listPlansOfUploads(context, { uploadIds: uploads.map(({ id }) => id) });
  const planOf = new Map(plans.map(({ uploadId, ...plan }) => [uploadId, plan]));
  return uploads.map((upload) => ({ ...upload, plan: planOf.get(upload.id) ?? null }));
}
