import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findIssuePrint } from '#server/plan/life/get-plan-life.ts';
import type { FileStore } from '#server/platform/files.ts';

/** `original`: the file that was brought in, of what was issued before the school worked here. */
export const ISSUED_FORMATS = ['pdf', 'docx', 'original'] as const;
export type IssuedFormat = (typeof ISSUED_FORMATS)[number];

/**
 * The document that was printed when the plan was issued, or the file that it was brought in with, byte for byte.
 * @throws AppError `plan.not-issued`, `files.missing`, `files.damaged`
 */
export async function getIssuedFile(
  context: Context,
  options: { planId: string; revision: number; format: IssuedFormat; files: FileStore },
): Promise<Buffer> {
  requirePermission(context, 'plan.download');
  const issue = await findIssuePrint(context, options);
  const hash = issue?.[`${options.format}_sha256`] ?? null;
  if (hash === null) throw new AppError('plan.not-issued');
  return options.files.get(hash);
}
