import type { PlanScope } from '#core/plan/plan-scope.ts';

interface Option {
  value: string;
  label: string;
}

/** As chosen in the form of the kind; "" for nothing, years as "2025-2026". */
export interface KindChoice {
  kind: PlanScope;
  firstYear: string;
  lastYear: string;
  group: string;
  partOf: string;
}

/** What the form of the kind of a plan shows. */
export interface KindForm {
  version: number;
  /** School year that the plan names. */
  year: string | null;
  chosen: KindChoice;
  /** What the words make one think of, when it is another kind: a span of years as printed, the name of a group. */
  guess: { scope: PlanScope; span: string | null; group: string | null } | null;
  years: Option[];
  groups: Option[];
  /** Yearly plans that a group could carry out. */
  wholes: Option[];
}

/** Why a kind was not taken. */
export interface KindProblem {
  sentence: string;
  /** A second of its kind for the year: to be said once more. */
  isTaken: boolean;
  chosen: KindChoice;
}
