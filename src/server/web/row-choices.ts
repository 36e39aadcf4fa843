import type { Plan } from '#server/plan/get-plan.ts';

const LONGEST = 80;

/** The rows of a plan to choose one from: number and the beginning of what is done. */
export function rowChoices(plan: Pick<Plan, 'items'>): { id: string; number: number; action: string }[] {
  return plan.items.map(({ item }, index) => {
    const text = (item.action || item.need || item.criterionText || '').replace(/\s+/g, ' ');
    const action = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : text;
    return { id: item.id, number: index + 1, action };
  });
}
