import { type Answer, type Answers, levelAnswer } from './answer.ts';
import type { Assessment, CriterionOutcome, LevelReason } from './assessment.ts';
import { criteriaOf } from './find-in-set.ts';
import { countLevel } from './level-count.ts';
import type { Criterion, MandatoryAndFiveOfRest, StandardSet } from './standard-set.ts';

/**
 * The rule of TT 57/2026 (Điều 5): each criterion is judged level by level, Mức 2 only when Mức 1 is met. The school has a level
 * when every mandatory criterion has it and at least five of the other seven; for Mức 2 no criterion may be below Mức 1. The
 * circular knows no criterion that does not apply, so such an answer is not met and stays in the denominator.
 */
export function assessMandatoryAndFiveOfRest(
  set: StandardSet,
  rule: MandatoryAndFiveOfRest,
  answers: Answers,
): Assessment {
  const criteria = criteriaOf(set).map((criterion) => outcomeOf(criterion, answers));
  const levels = Array.from({ length: rule.levels }, (_, index) => index + 1);
  const counts = levels.map((level) =>
    countLevel(
      level,
      criteria.map((each) => outcomeAt(each, level)),
      false,
    ),
  );
  const blocked = levels.find((level) => reasonsAgainst(level, rule, criteria).length > 0);
  const whyNotHigher =
    blocked === undefined ? null : { level: blocked, reasons: reasonsAgainst(blocked, rule, criteria) };
  return { set: set.id, criteria, counts, schoolLevel: (blocked ?? rule.levels + 1) - 1, whyNotHigher };
}

function outcomeOf(criterion: Criterion, answers: Answers): CriterionOutcome {
  const outcomes: { level: number; answer: Answer }[] = [];
  let below: Answer = 'met';
  for (const level of criterion.levels) {
    below = inTurn(below, levelAnswer(criterion, level, answers));
    outcomes.push({ level: level.level, answer: below });
  }
  const reached = outcomes.filter((each) => each.answer === 'met').length;
  return { criterion: criterion.code, mandatory: criterion.mandatory, level: reached, outcomes };
}

/** "Chưa đạt Mức 1 thì không xét Mức 2": what was not met below is not considered above. */
function inTurn(below: Answer, own: Answer): Answer {
  if (below === 'met') return own;
  return below === 'not-applicable' ? 'not-applicable' : 'not-considered';
}

function outcomeAt(outcome: CriterionOutcome, level: number): Answer {
  return outcome.outcomes.find((each) => each.level === level)?.answer ?? 'not-applicable';
}

/** Empty when the school has the level. */
function reasonsAgainst(level: number, rule: MandatoryAndFiveOfRest, criteria: CriterionOutcome[]): LevelReason[] {
  const mandatory = criteria.filter((each) => each.mandatory).flatMap((each) => mandatoryReason(each, level));
  const below = level >= rule.noneBelowFirst ? criteria.filter((each) => !each.mandatory).flatMap(belowFirst) : [];
  return [...mandatory, ...tooFewOthers(level, rule, criteria), ...below];
}

function mandatoryReason(outcome: CriterionOutcome, level: number): LevelReason[] {
  const missing = firstMissing(outcome, level);
  if (missing === null) return [];
  const { at, answer } = missing;
  const indicators = [{ code: String(at), answer }];
  return [{ kind: 'criterion', criterion: outcome.criterion, mandatory: true, at, answer, indicators }];
}

function tooFewOthers(level: number, rule: MandatoryAndFiveOfRest, criteria: CriterionOutcome[]): LevelReason[] {
  const others = criteria.filter((each) => !each.mandatory);
  const missing = others.flatMap((each) => {
    const first = firstMissing(each, level);
    return first === null ? [] : [{ criterion: each.criterion, ...first }];
  });
  const met = others.length - missing.length;
  if (met >= rule.othersNeeded) return [];
  return [{ kind: 'too-few-others', met, needed: rule.othersNeeded, of: others.length, missing }];
}

function belowFirst(outcome: CriterionOutcome): LevelReason[] {
  const answer = outcomeAt(outcome, 1);
  return answer === 'met' ? [] : [{ kind: 'below-first', criterion: outcome.criterion, answer }];
}

/** The lowest level up to `level` that the criterion lacks; null when it has them all. */
function firstMissing(outcome: CriterionOutcome, level: number): { at: number; answer: Exclude<Answer, 'met'> } | null {
  for (let at = 1; at <= level; at += 1) {
    const answer = outcomeAt(outcome, at);
    if (answer !== 'met') return { at, answer };
  }
  return null;
}
