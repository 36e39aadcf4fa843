import { allOf, type Answer, answerOf, type Answers, indicatorAnswers, levelAnswer } from './answer.ts';
import type { Assessment, CriterionOutcome, LevelCount, LevelReason } from './assessment.ts';
import { criteriaOf, findCriterion, findLevel } from './find-in-set.ts';
import { countLevel } from './level-count.ts';
import type { Criterion, CumulativeAll, StandardSet } from './standard-set.ts';

/**
 * The rule of 2018 (Điều 6, Điều 22): indicators -> level -> school, all must be met at each step, each level includes those
 * below. A criterion that has no Mức 3, and one of which nothing applies at a level, leaves the denominator of that level. Mức 4
 * is Mức 3 and every clause of Điều 22.
 */
export function assessCumulativeAll(set: StandardSet, rule: CumulativeAll, answers: Answers): Assessment {
  const criteria = criteriaOf(set).map((criterion) => outcomeOf(criterion, answers));
  const counts = [...levelCounts(rule, criteria), clauseCount(rule, answers)];
  const schoolLevel = highestReached(counts);
  const next = schoolLevel + 1;
  const reasons = next > rule.clauses.level ? [] : reasonsAgainst(next, set, rule, criteria, answers);
  return {
    set: set.id,
    criteria,
    counts,
    schoolLevel,
    whyNotHigher: reasons.length === 0 ? null : { level: next, reasons },
  };
}

function outcomeOf(criterion: Criterion, answers: Answers): CriterionOutcome {
  const own = criterion.levels.map((level) => ({ level: level.level, answer: levelAnswer(criterion, level, answers) }));
  const outcomes = own.map(({ level, answer }): { level: number; answer: Answer } => {
    const upTo = own.filter((each) => each.level <= level).map((each) => each.answer);
    return { level, answer: answer === 'not-applicable' ? answer : allOf(upTo) };
  });
  const met = outcomes.filter((each) => each.answer === 'met').map((each) => each.level);
  return { criterion: criterion.code, mandatory: false, level: Math.max(0, ...met), outcomes };
}

function levelCounts(rule: CumulativeAll, criteria: CriterionOutcome[]): LevelCount[] {
  return Array.from({ length: rule.levels }, (_, index) => {
    const level = index + 1;
    return countLevel(level, outcomesAt(level, criteria), true);
  });
}

function outcomesAt(level: number, criteria: CriterionOutcome[]): Answer[] {
  return criteria.flatMap((each) =>
    each.outcomes.filter((outcome) => outcome.level === level).map((outcome) => outcome.answer),
  );
}

function clauseCount(rule: CumulativeAll, answers: Answers): LevelCount {
  const clauses = rule.clauses.items.map((clause) => answerOf(answers, clause.code));
  return countLevel(rule.clauses.level, clauses, false);
}

function highestReached(counts: LevelCount[]): number {
  const stop = counts.findIndex((count) => count.total === 0 || count.met < count.total);
  return stop === -1 ? counts.length : stop;
}

function reasonsAgainst(
  level: number,
  set: StandardSet,
  rule: CumulativeAll,
  criteria: CriterionOutcome[],
  answers: Answers,
): LevelReason[] {
  if (level === rule.clauses.level) {
    return rule.clauses.items.flatMap(({ code }) => {
      const answer = answerOf(answers, code);
      return answer === 'met' ? [] : [{ kind: 'clause' as const, clause: code, answer }];
    });
  }
  const reasons = criteria.flatMap((outcome) => criterionReason(level, set, outcome, answers));
  return reasons.length > 0 ? reasons : [{ kind: 'nothing-applies' }];
}

/** All levels below are reached, so what is missing is missing at this level. */
function criterionReason(level: number, set: StandardSet, outcome: CriterionOutcome, answers: Answers): LevelReason[] {
  const answer = outcome.outcomes.find((each) => each.level === level)?.answer ?? 'not-applicable';
  const criterion = findCriterion(set, outcome.criterion);
  const tree = criterion && findLevel(criterion, level);
  if (!tree || answer === 'met' || answer === 'not-applicable') return [];
  const indicators = indicatorAnswers(criterion, tree, answers).flatMap((each) =>
    each.answer === 'met' || each.answer === 'not-applicable' ? [] : [{ code: each.code, answer: each.answer }],
  );
  return [{ kind: 'criterion', criterion: outcome.criterion, mandatory: false, at: level, answer, indicators }];
}
