import type { PlanDocument } from '#core/plan/plan-document.ts';
import { nineColumnPlan } from './nine-column.ts';

export type PlanLayout = 'narrative' | 'nine-column' | 'five-column' | 'by-level' | 'task-table' | 'bieu-2';

/** One plan without any mistake in each layout, of fictional schools and people. */
export const CLEAN_PLANS: readonly { layout: PlanLayout; plan: PlanDocument }[] = [
  { layout: 'nine-column', plan: nineColumnPlan },
];
