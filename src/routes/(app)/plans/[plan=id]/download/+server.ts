import { AppError } from '#core/kernel/app-error.ts';
import { isIssued } from '#core/plan/life/plan-life.ts';
import { getIssuedFile, ISSUED_FORMATS } from '#server/documents/get-issued-file.ts';
import { requirePermission } from '#server/identity/context.ts';
import { PLAN_FORMATS, planFileName, writePlan } from '#server/documents/write/write-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { attachment } from '#server/web/attachment.ts';
import { FILE_TYPES } from '#server/web/file-types.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { services } from '#server/web/services.ts';
import { setOf } from '#server/web/plan-table.ts';
import type { RequestHandler } from './$types';

/** The plan as a file: `format`, `layout`, and `archive=1` for PDF/A. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const context = locals.context();
  requirePermission(context, 'plan.download');
  const format = PLAN_FORMATS.find((each) => each === url.searchParams.get('format'));
  if (format === undefined) throw new AppError('request.invalid', { problem: 'format' });
  const plan = await getPlan(context, { planId: params.plan });
  const document = documentOf(plan);
  const layout = layoutOr(url.searchParams.get('layout'), plan.layout);
  // Of what was issued elsewhere there is no print of ours: its document is the file that was brought in.
  const isReprint = plan.state === 'history';
  const name = `${isReprint ? 'ban-in-lai-' : ''}${planFileName(document, format)}`;
  const issued = ISSUED_FORMATS.find((each) => each === format);
  // What was issued is given as it was printed then; in another layout, or as data, it is only a view of it.
  if (issued !== undefined && isIssued(plan.state) && !isReprint && layout === layoutOr(null, plan.layout)) {
    const { id: planId, revision } = plan;
    const kept = await getIssuedFile(context, { planId, revision, format: issued, files: services().files });
    return attachment(kept, name, FILE_TYPES[format]);
  }
  const bytes = await writePlan(document, {
    format,
    layout,
    set: setOf(plan),
    pdfA: url.searchParams.get('archive') === '1',
    now: context.clock.now(),
  });
  return attachment(bytes, name, FILE_TYPES[format]);
};
