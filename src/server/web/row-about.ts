import { type Paragraph, paragraphsOf } from '#core/documents/block.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { translator } from '#lib/messages/translate.ts';
import { rowAboutHtml } from '#lib/plan/row-about-html.ts';
import { getUpload } from '#server/documents/get-upload.ts';
import type { Context } from '#server/identity/context.ts';
import type { Plan } from '#server/plan/get-plan.ts';
import type { StoredItem } from '#server/plan/plan-item-row.ts';
import { setOf } from './plan-table.ts';

/** What stands beside the cells of a row, as HTML. */
export async function rowAbout(context: Context, plan: Plan, stored: StoredItem, locale: Locale): Promise<string> {
  const { item } = stored;
  const set = setOf(plan);
  const criterion = set && item.criterion !== null ? findCriterion(set, item.criterion) : null;
  const sourceAddress = plan.state === 'review' ? `/plans/${plan.id}/review` : null;
  const source = await sourceOf(context, plan, item.paragraphs);
  return rowAboutHtml({ item, criterion, setId: set?.id ?? null, source, sourceAddress }, translator(locale));
}

async function sourceOf(context: Context, plan: Plan, ids: readonly number[]): Promise<Paragraph[]> {
  if (plan.uploadId === null || ids.length === 0 || !isAllowed(context.role, 'upload.view')) return [];
  const { blocks } = await getUpload(context, { uploadId: plan.uploadId });
  const wanted = new Set(ids);
  return [...paragraphsOf(blocks?.blocks ?? [])].filter(({ id }) => wanted.has(id));
}
