import type { Answers } from './answer.ts';
import { assessCumulativeAll } from './assess-cumulative-all.ts';
import { assessMandatoryAndFiveOfRest } from './assess-mandatory-and-five-of-rest.ts';
import type { Assessment } from './assessment.ts';
import type { StandardSet } from './standard-set.ts';

/** From answers to criterion levels, counts, the school's level and why it is not higher, by the set's own rule. */
export function assess(set: StandardSet, answers: Answers): Assessment {
  const rule = set.levelRule;
  return rule.kind === 'cumulative-all'
    ? assessCumulativeAll(set, rule, answers)
    : assessMandatoryAndFiveOfRest(set, rule, answers);
}

export interface StagesResult {
  /** Null when the set has no known rule for several stages. */
  level: number | null;
  /** The stages that decide. */
  deciding: string[];
}

/**
 * A school of several stages is assessed stage by stage. TT 57: the lowest stage decides. The sets of 2018 and the annex for
 * continuing education have no rule that we know; one stage alone decides for itself.
 */
export function assessStages(
  set: StandardSet,
  stages: readonly { stage: string; assessment: Assessment }[],
): StagesResult {
  const rule = set.levelRule;
  const known = stages.length === 1 || (rule.kind === 'mandatory-and-five-of-rest' && rule.stages === 'lowest');
  if (!known || stages.length === 0) return { level: null, deciding: [] };
  const level = Math.min(...stages.map((each) => each.assessment.schoolLevel));
  return { level, deciding: stages.filter((each) => each.assessment.schoolLevel === level).map((each) => each.stage) };
}
