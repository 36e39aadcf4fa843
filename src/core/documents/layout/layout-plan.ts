import type { ItemField, PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import { layoutNamed } from './layouts.ts';
import { letterheadOf } from './letterhead.ts';
import type { LayoutContext } from './plan-layout.ts';
import type { PrintClosing, PrintModel } from './print-model.ts';

/** Sets a plan in one of the forms that schools know. Pure; text is printed as typed. */
export function layoutPlan(plan: PlanDocument, layout: PlanLayoutName, context: LayoutContext): PrintModel {
  return {
    layout,
    name: plan.title.join(' ') || 'Kế hoạch cải tiến chất lượng',
    letterhead: letterheadOf(plan),
    title: plan.title,
    parts: layoutNamed(layout)
      .body(plan, context)
      .filter(({ blocks }) => blocks.length > 0),
    closing: closingOf(plan),
  };
}

/** What of an item a form has room for: written in it and read back, these are the same. */
export function fieldsOf(layout: PlanLayoutName): readonly ItemField[] {
  return layoutNamed(layout).fields;
}

/** What the plan says and the form has no room for, so that a person can be told before printing. */
export function fieldsLeftOut(plan: PlanDocument, layout: PlanLayoutName): ItemField[] {
  const carried = fieldsOf(layout);
  return (Object.keys(SAYS) as ItemField[]).filter(
    (field) => !carried.includes(field) && plan.items.some((item) => SAYS[field](plan, item)),
  );
}

/** Names that stand only in the sentences of an action are printed with it. */
function hasOwnerCells(plan: PlanDocument, item: PlanItem): boolean {
  return item.ownersText !== null || plan.itemFields.includes('owners');
}

const SAYS: Record<ItemField, (plan: PlanDocument, item: PlanItem) => boolean> = {
  criterion: (_, item) => item.criterion !== null || item.criterionText !== null,
  level: (_, item) => item.levels.length > 0,
  need: (_, item) => item.need !== null,
  expectedResult: (_, item) => item.expectedResult !== null,
  action: (_, item) => item.action !== '',
  owners: (plan, item) => hasOwnerCells(plan, item) && item.leads.length > 0,
  collaborators: (plan, item) => hasOwnerCells(plan, item) && item.collaborators.length > 0,
  time: (_, item) => item.time.text !== null,
  budget: (_, item) => item.budget.text !== null,
  support: (_, item) => item.support !== null,
  expectedEvidence: (_, item) => item.expectedEvidence !== null,
  note: (_, item) => item.note !== null,
  currentState: (_, item) => item.currentState !== null,
  cause: (_, item) => item.cause !== null,
  resultIndicator: (_, item) => item.resultIndicator !== null,
  progress: (_, item) => item.progress !== null,
};

function closingOf({ signature, recipients }: PlanDocument): PrintClosing | null {
  if (signature === null && recipients.length === 0) return null;
  return { recipients, roles: signature?.role?.split('\n') ?? [], name: signature?.name ?? null };
}
