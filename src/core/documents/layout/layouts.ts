import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import { bieu2Layout } from './bieu-2.ts';
import { byLevelLayout } from './by-level.ts';
import { fiveColumnLayout } from './five-column.ts';
import { narrativeLayout } from './narrative.ts';
import { nineColumnLayout } from './nine-column.ts';
import type { PlanLayout } from './plan-layout.ts';
import { taskTableLayout } from './task-table.ts';

export const LAYOUTS: readonly PlanLayout[] = [
  narrativeLayout,
  nineColumnLayout,
  fiveColumnLayout,
  byLevelLayout,
  taskTableLayout,
  bieu2Layout,
];

export function layoutNamed(name: PlanLayoutName): PlanLayout {
  return LAYOUTS.find((layout) => layout.name === name)!;
}
