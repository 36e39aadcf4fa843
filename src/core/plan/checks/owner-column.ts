import { plain } from '#core/kernel/text.ts';
import type { PlanDocument, PlanItem } from '../plan-document.ts';

/** Owners stand in cells of their own, not only inside the sentences of a narrative. */
export function hasOwnerColumn(plan: PlanDocument): boolean {
  if (!plan.itemFields.includes('owners')) return false;
  const typed = plan.items.some((item) => item.ownersText !== null);
  return typed || plan.items.every((item) => item.leads.length === 0 && item.collaborators.length === 0);
}

/** Collaborators have a column of their own, beside that of the leads: some stand outside the owners' cell. */
export function hasCollaboratorColumn(plan: PlanDocument): boolean {
  if (!plan.itemFields.includes('collaborators')) return false;
  const helped = plan.items.filter((item) => item.ownersText !== null && item.collaborators.length > 0);
  if (helped.some((item) => item.collaborators.some((name) => !names(item, name)))) return true;
  const led = helped.filter((item) => item.leads.length > 0);
  return led.length >= plan.items.length / 2 && led.length > 1 && led.every(isTwoCells);
}

/** As reading joins the cells of two columns: the leads, and those who help below them. */
function isTwoCells({ ownersText, leads, collaborators }: PlanItem): boolean {
  const [first, second, ...rest] = (ownersText ?? '').split('\n');
  if (first === undefined || second === undefined || rest.length > 0 || /[,;]\s*$/.test(first)) return false;
  return leads.every((name) => first.includes(name)) && collaborators.every((name) => second.includes(name));
}

function names(item: PlanItem, name: string): boolean {
  const text = item.ownersText ?? '';
  return text.includes(name) || plain(text).includes(plain(name));
}
