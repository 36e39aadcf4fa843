import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import { bieu2Plan } from './bieu-2.ts';
import { byLevelPlan } from './by-level.ts';
import { fiveColumnPlan } from './five-column.ts';
import { narrativePlan } from './narrative.ts';
import { nineColumnPlan } from './nine-column.ts';
import { taskTablePlan } from './task-table.ts';

/** One plan without any mistake in each layout, of fictional schools and people. */
export const CLEAN_PLANS: readonly { layout: PlanLayoutName; plan: PlanDocument }[] = [
  { layout: 'narrative', plan: narrativePlan },
  { layout: 'nine-column', plan: nineColumnPlan },
  { layout: 'five-column', plan: fiveColumnPlan },
  { layout: 'by-level', plan: byLevelPlan },
  { layout: 'task-table', plan: taskTablePlan },
  { layout: 'bieu-2', plan: bieu2Plan },
];
