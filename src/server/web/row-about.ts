import { type Paragraph, paragraphsOf } from '#core/documents/block.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { schoolYearCode } from '#core/kernel/school-year.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { resolveOwners } from '#core/plan/resolve-owners.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { type Translate, translator } from '#lib/messages/translate.ts';
import { ownersHtml } from '#lib/plan/owners-html.ts';
import { rowAboutHtml } from '#lib/plan/row-about-html.ts';
import { rowHistoryHtml } from '#lib/plan/row-history-html.ts';
import { getUpload } from '#server/documents/get-upload.ts';
import type { Context } from '#server/identity/context.ts';
import { listGroups } from '#server/organisations/list-groups.ts';
import { getItemHistory } from '#server/plan/get-item-history.ts';
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
  const t = translator(locale);
  const who = await whoHtml(context, plan, item, t);
  const history = rowHistoryHtml(await getItemHistory(context, { itemId: item.id }), t);
  return who + rowAboutHtml({ item, criterion, setId: set?.id ?? null, source, sourceAddress }, t) + history;
}

/** Whom its owners mean in the school year of the plan; nothing to those who may not see groups. */
async function whoHtml(context: Context, plan: Plan, item: PlanItem, t: Translate): Promise<string> {
  const names = [...new Set([...item.leads, ...item.collaborators])];
  if (names.length === 0 || !isAllowed(context.role, 'group.view')) return '';
  const { schoolYear } = plan.parts;
  const staff = await listGroups(context, schoolYear ? { year: schoolYear } : {});
  const mend = isAllowed(context.role, 'group.edit') ? `/people/groups?year=${schoolYearCode(staff.year)}` : null;
  return ownersHtml(resolveOwners(names, staff), mend, t);
}

async function sourceOf(context: Context, plan: Plan, ids: readonly number[]): Promise<Paragraph[]> {
  if (plan.uploadId === null || ids.length === 0 || !isAllowed(context.role, 'upload.view')) return [];
  const { blocks } = await getUpload(context, { uploadId: plan.uploadId });
  const wanted = new Set(ids);
  return [...paragraphsOf(blocks?.blocks ?? [])].filter(({ id }) => wanted.has(id));
}
