import { squash } from '#core/kernel/text.ts';
import type { OwnerStyle } from '#core/plan/owner.ts';
import { parseOwners } from '#core/plan/owner.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';

/** How the people of all rows can be printed so that a reader tells leads from collaborators as the plan does. */
export type OwnerColumns = 'together' | 'leads' | 'apart';

/**
 * "together": one column, the first name leads ("Chủ trì và phối hợp"). "leads": one column, all lead ("Người thực hiện").
 * "apart": two columns, since some row fits neither. `preferred` wins when it fits every row.
 */
export function ownerColumns(
  items: readonly PlanItem[],
  preferred: Exclude<OwnerColumns, 'apart'> = 'together',
): OwnerColumns {
  const other = preferred === 'together' ? 'leads' : 'together';
  if (fits(items, preferred)) return preferred;
  return fits(items, other) ? other : 'apart';
}

const STYLES: Record<'together' | 'leads', OwnerStyle> = { together: 'lead-and-collaborators', leads: 'all-lead' };

function fits(items: readonly PlanItem[], way: 'together' | 'leads'): boolean {
  return items.every((item) => {
    if (item.ownersText === null) return true;
    const { leads, collaborators } = parseOwners(item.ownersText, STYLES[way]);
    return same(leads, item.leads) && same(collaborators, item.collaborators);
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => squash(name) === squash(b[index]!));
}

/** The cell of one row: as typed, or its names; blank when the names stand only in the sentences of the action. */
export function ownersCell(plan: PlanDocument, item: PlanItem): string | null {
  if (item.ownersText !== null) return item.ownersText;
  const has = plan.itemFields.includes('owners') || plan.itemFields.includes('collaborators');
  const names = [...item.leads, ...item.collaborators];
  return has && names.length > 0 ? names.join(', ') : null;
}
