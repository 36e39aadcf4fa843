import type { Criterion, CriterionLevel } from './standard-set.ts';

/** "not-considered" is a question still open, never the same as "not-met"; "not-applicable" is for "(nếu có)". */
export const ANSWERS = ['met', 'not-met', 'not-considered', 'not-applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * Answers by key: "1.1/2a" an indicator, "1.1/2" a level of a criterion as a whole, "22.3" a clause of the highest level. What
 * has no answer is not considered.
 */
export type Answers = Readonly<Record<string, Answer>>;

export function answerKey(criterion: string, indicatorOrLevel: string | number): string {
  return `${criterion}/${indicatorOrLevel}`;
}

export function answerOf(answers: Answers, key: string): Answer {
  return Object.hasOwn(answers, key) ? (answers[key] ?? 'not-considered') : 'not-considered';
}

/** All must be met: the worst of them, where what does not apply asks for nothing. None at all is not applicable. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('not-met')) return 'not-met';
  if (answers.includes('not-considered')) return 'not-considered';
  return answers.includes('met') ? 'met' : 'not-applicable';
}

/** The answer for each indicator of a level: its own, or that of the level as a whole. */
export function indicatorAnswers(
  criterion: Criterion,
  level: CriterionLevel,
  answers: Answers,
): { code: string; answer: Answer }[] {
  const whole = answerOf(answers, answerKey(criterion.code, level.level));
  return level.indicators.map(({ code }) => {
    const key = answerKey(criterion.code, code);
    return { code, answer: Object.hasOwn(answers, key) ? answerOf(answers, key) : whole };
  });
}

/**
 * One level of a criterion by itself, without the levels below. An answer for the whole level fills in for indicators without
 * one of their own, and never lifts the level above what the indicators say, nor they above it.
 */
export function levelAnswer(criterion: Criterion, level: CriterionLevel, answers: Answers): Answer {
  const parts = indicatorAnswers(criterion, level, answers).map((each) => each.answer);
  const key = answerKey(criterion.code, level.level);
  return allOf(Object.hasOwn(answers, key) ? [...parts, answerOf(answers, key)] : parts);
}
