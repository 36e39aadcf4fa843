import type { Answer } from './answer.ts';
import type { LevelCount } from './assessment.ts';
import { percentOf } from './percent.ts';

/** `leaving`: what does not apply leaves the denominator, as a criterion without the level does. */
export function countLevel(level: number, answers: readonly Answer[], leaving: boolean): LevelCount {
  const count = (answer: Answer) => answers.filter((each) => each === answer).length;
  const notApplicable = count('not-applicable');
  const total = leaving ? answers.length - notApplicable : answers.length;
  const met = count('met');
  return {
    level,
    met,
    notMet: count('not-met'),
    notConsidered: count('not-considered'),
    notApplicable,
    total,
    percent: percentOf(met, total),
  };
}
