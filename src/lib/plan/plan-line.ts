import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { PlanScope } from '#core/plan/plan-scope.ts';

/** A plan in a list. */
export interface PlanLine {
  id: string;
  title: string;
  state: PlanState;
  scope: PlanScope;
  /** Of a plan of a group. */
  groupName: string | null;
  rows: number;
  standardSet: string | null;
  /** "2026–2027"; of a strategy the years it runs over. */
  schoolYear: string | null;
  updated: string;
}
