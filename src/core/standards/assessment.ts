import type { Answer } from './answer.ts';

/** What a set's rule makes of the answers. Levels are no points: they are not added up and schools are not ranked by them. */
export interface Assessment {
  /** Id of the set. */
  set: string;
  criteria: CriterionOutcome[];
  /** Ascending; one for each level that a school can have. */
  counts: LevelCount[];
  /** 0: not even Mức 1, or not known yet. */
  schoolLevel: number;
  /** Null at the highest level of the set. */
  whyNotHigher: WhyNotHigher | null;
}

export interface CriterionOutcome {
  criterion: string;
  mandatory: boolean;
  /** Highest level reached with all levels below; 0 when none. */
  level: number;
  /** For each level that the criterion has, the levels below counted in. */
  outcomes: { level: number; answer: Answer }[];
}

export interface LevelCount {
  level: number;
  met: number;
  notMet: number;
  notConsidered: number;
  notApplicable: number;
  /** The denominator: criteria (or clauses) that count for this level. */
  total: number;
  /** `met` of `total`, one decimal, halves up; null when `total` is 0. */
  percent: number | null;
}

export interface WhyNotHigher {
  /** The next level. */
  level: number;
  /** In order of the set; never empty. */
  reasons: LevelReason[];
}

type Missing = Exclude<Answer, 'met'>;

export type LevelReason =
  /** The criterion must reach the level and does not. `at`: the lowest level it lacks; `indicators`: those not met there. */
  | {
      kind: 'criterion';
      criterion: string;
      mandatory: boolean;
      at: number;
      answer: Missing;
      indicators: { code: string; answer: Missing }[];
    }
  /** A clause of the highest level. */
  | { kind: 'clause'; clause: string; answer: Missing }
  /** Too few of the criteria that are not mandatory. */
  | {
      kind: 'too-few-others';
      met: number;
      needed: number;
      of: number;
      missing: { criterion: string; at: number; answer: Missing }[];
    }
  /** From this level on no criterion may be below Mức 1. */
  | { kind: 'below-first'; criterion: string; answer: Missing }
  /** Every criterion of the level is said not to apply. */
  | { kind: 'nothing-applies' };
