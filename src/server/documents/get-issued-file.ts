import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findIssuePrint } from '#server/plan/life/get-plan-life.ts';
import type { FileStore } from '#server/platform/files.ts';

export const ISSUED_FORMATS = ['pdf', 'docx'] as const;
export type IssuedFormat = (typeof ISSUED_FORMATS)[number];

/**
 * The document that was printed when the plan was issued, byte for byte.
 * @throws AppError `plan.not-issued`, `files.missing`, `files.damaged`
 */
export async function getIssuedFile(
  context: Context,
  options: { planId: string; revision: number; format: IssuedFormat; files: FileStore },
): Promise<Buffer> {
  requirePermission(context, 'plan.download');
  const issue = await findIssuePrint(context, options);
  if (!issue) throw new AppError('plan.not-issued');
  return options.files.get(options.format === 'pdf' ? issue.pdf_sha256 : issue.docx_sha256);
}
