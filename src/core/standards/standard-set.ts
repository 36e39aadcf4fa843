import type { SchoolType } from '#core/organisations/school-type.ts';

/**
 * A standard set (bộ tiêu chuẩn) as dated data: standards > criteria > indicators per level (Mức), with the rule that turns
 * answers into levels, the evidence-code scheme, plan forms and monitoring duties. Texts are summaries in our own words; every
 * fact says how well it is known (`Certainty`). The files are `standards/tt*.yaml`.
 */
export interface StandardSet {
  /** "tt19-2018", "tt57-2026-general": unique, unlike the printed code, which the three annexes of one circular share. */
  id: string;
  /** As printed and cited, "19/2018/TT-BGDĐT". */
  code: string;
  /** "I", "II", "III" for a circular with several annexes. */
  annex: string | null;
  /** Short Vietnamese name for lists. */
  label: string;
  title: string;
  schoolTypes: SchoolType[];
  issued: string;
  effective: string;
  /** First day on which it is no longer in force; null while it is. */
  inForceUntil: string | null;
  /** Ids of sets. */
  replacedBy: string[];
  /** Ids of sets. */
  replaces: string[];
  /** Numbers of the documents that it replaced, as far as known. */
  replacesDocuments: string[];
  amendedBy: { code: string; issued: string; effective: string }[];
  signer: { name: string | null; certainty: Certainty };
  note: string;
  certainty: Certainty;
  counts: SetCounts;
  levelRule: LevelRule;
  council: CouncilRule;
  evidenceCode: EvidenceCodeScheme;
  planForms: PlanForms;
  monitoring: MonitoringDuty;
  calendar: CalendarEntry[];
  forms: { name: string; parts: string[]; reference: string | null; certainty: Certainty }[];
  /** Other rules by name: validity, transition, nationalStandard … */
  facts: Record<string, Fact>;
  standards: Standard[];
  /** Text of each source named in a `Certainty`. */
  sources: Record<string, string>;
}

/**
 * How well a fact is known. verified: looked up in a source of its own; secondary: right by a copy, not compared with the
 * original; partly: some of it verified; inferred: follows from other facts; remembered: not looked up; unknown: nobody knows.
 * Only `verified` may carry an error shown to a school.
 */
export interface Certainty {
  known: Known;
  /** In words, null when there is nothing to add. */
  confidence: string | null;
  /** Keys of `StandardSet.sources`. */
  sources: string[];
  /** How well the article and clause numbers are known, when that differs. */
  reference: Known | null;
}

export const KNOWN = ['verified', 'secondary', 'partly', 'inferred', 'remembered', 'unknown'] as const;
export type Known = (typeof KNOWN)[number];

export interface Fact {
  text: string;
  /** Article and clause, "Điều 6 khoản 2". */
  reference: string | null;
  note: string | null;
  /** False when the set says that this does not concern its schools. */
  applies: boolean;
  years: number | null;
  validYears: number | null;
  reapplyMonthsBeforeExpiry: number | null;
  certainty: Certainty;
}

export interface SetCounts {
  standards: number;
  criteria: number;
  /** Criteria that have the level: the denominators, {"1": 25, "2": 25, "3": 19}. */
  criteriaByLevel: Record<string, number>;
  indicators: number;
  clauses: number;
  mandatory: number;
  elements: number;
  metrics: number;
}

export interface Standard {
  /** "1" */
  code: string;
  title: string;
  criteria: Criterion[];
}

export interface Criterion {
  /** "1.5" */
  code: string;
  title: string;
  reference: string;
  /** TT 57 only; false elsewhere. */
  mandatory: boolean;
  /** Ascending from 1; a criterion without Mức 3 simply has no third one. */
  levels: CriterionLevel[];
  /** What evidence may show it. */
  evidenceHints: string[];
  /** Quantitative data to follow; they warn, they do not decide. */
  metrics: string[];
  /** How later circulars changed it, as far as known; the text here is the original's. */
  amendments: { code: string; known: Known; note: string }[];
  certainty: Certainty;
}

export interface CriterionLevel {
  level: number;
  /** All must be met. A level that is not divided has one, whose code is the level's number. */
  indicators: Indicator[];
  /** The requirement taken apart as a checklist; empty where the set has indicators instead. */
  elements: string[];
}

export interface Indicator {
  /** "1a", "2b"; "2" when the level is not divided. */
  code: string;
  summary: string;
  reference: string;
}

export type LevelRule = CumulativeAll | MandatoryAndFiveOfRest;

/** 2018: the school has level n when every criterion that has level n meets it and all levels below it. */
export interface CumulativeAll {
  kind: 'cumulative-all';
  /** Levels that criteria have: 3. */
  levels: number;
  /** A further level that consists of clauses of its own: Mức 4, Điều 22. All must be met, and the level below. */
  clauses: { level: number; items: LevelClause[] };
  facts: Record<string, Fact>;
}

/** TT 57: every mandatory criterion and at least `othersNeeded` of the others. */
export interface MandatoryAndFiveOfRest {
  kind: 'mandatory-and-five-of-rest';
  levels: number;
  mandatory: string[];
  othersNeeded: number;
  /** From this level on no criterion may be below level 1. */
  noneBelowFirst: number;
  /** A school of several stages: the lowest stage decides, or not known. */
  stages: 'lowest' | 'unknown';
  facts: Record<string, Fact>;
}

export interface LevelClause {
  /** "22.3": Điều 22 khoản 3. */
  code: string;
  reference: string;
  summary: string;
  certainty: Certainty;
}

export interface CouncilRule {
  minimumMembers: number;
  /** Null: not known to be asked for. */
  oddMembers: boolean | null;
  chairs: number | null;
  secretaries: number | null;
  /** MM-DD, the day before which the report is approved. */
  reportApprovedBefore: string | null;
  text: string;
  reference: string | null;
  certainty: Certainty;
  /** Sizes of secretariat and working groups: a soft warning, never a block. */
  groups: { text: string; use: 'warning'; certainty: Certainty } | null;
}

export interface EvidenceCodeScheme {
  format: string;
  /** Regular expression of one code without its brackets, groups standard, criterion, number (and box). */
  pattern: string;
  open: string;
  close: string;
  /** Between several codes in one pair of brackets. */
  separator: string;
  example: string;
  exampleSeveral: string;
  rule: string;
  reference: string | null;
  certainty: Certainty;
  reuse: { text: string; certainty: Certainty };
}

export const PLAN_LAYOUTS = ['narrative', 'nine-column', 'five-column', 'by-level', 'task-table', 'bieu-2'] as const;
export type PlanLayoutName = (typeof PLAN_LAYOUTS)[number];

export interface PlanForms {
  /** The usual one first. */
  layouts: PlanLayoutName[];
  /** Whether a plan may go through every criterion or only treats priority problems. */
  scope: 'any-criterion' | 'priority-problems-only';
  text: string;
  reference: string | null;
  certainty: Certainty;
  forms: PlanForm[];
}

export interface PlanForm {
  layout: PlanLayoutName;
  name: string;
  /** Titles in order, without numbers; empty when the layout has none of its own. */
  sections: string[];
  columns: string[];
  /** Biểu 2 IV. */
  problemColumns: string[];
  /** Biểu 2 VI. */
  monitoringColumns: string[];
  /** Biểu 2 V, last column. */
  progressWords: string[];
}

export interface MonitoringDuty {
  /** At least; null: the school's own rhythm. */
  timesPerYear: number | null;
  moments: ('term-1-end' | 'year-end')[];
  text: string;
  reference: string | null;
  certainty: Certainty;
}

export interface CalendarEntry {
  when: string;
  what: string;
  /** national: of the circular; local: one province's; practice: what schools do. */
  scope: 'national' | 'local' | 'practice';
  reference: string | null;
  certainty: Certainty;
}
