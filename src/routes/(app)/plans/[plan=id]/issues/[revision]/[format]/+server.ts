import { AppError } from '#core/kernel/app-error.ts';
import { planOfContent } from '#core/plan/life/plan-content.ts';
import { getIssuedFile, ISSUED_FORMATS } from '#server/documents/get-issued-file.ts';
import { planFileName } from '#server/documents/write/write-plan.ts';
import { getIssue } from '#server/plan/life/get-plan-life.ts';
import { attachment } from '#server/web/attachment.ts';
import { FILE_TYPES } from '#server/web/file-types.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** What was printed when the plan was issued, byte for byte. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const context = locals.context();
  const format = ISSUED_FORMATS.find((name) => name === params.format);
  const revision = /^\d{1,6}$/.test(params.revision) ? Number(params.revision) : null;
  if (format === undefined || revision === null) throw new AppError('plan.not-issued');
  const { files } = services();
  const bytes = await getIssuedFile(context, { planId: params.plan, revision, format, files });
  const { facts } = await getIssue(context, { planId: params.plan, revision });
  if (format === 'original') return attachment(bytes, facts.original_name ?? 'original', 'application/octet-stream');
  return attachment(bytes, planFileName(planOfContent(facts.content), format), FILE_TYPES[format]);
};
