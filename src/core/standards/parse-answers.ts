import { fold } from '#core/kernel/text.ts';
import { type Answer, answerKey, type Answers, ANSWERS } from './answer.ts';
import { criteriaOf } from './find-in-set.ts';
import type { Criterion, StandardSet } from './standard-set.ts';

export interface ParsedAnswers {
  answers: Answers;
  /** Keys or values that the set or the words do not know, as they stand in the input. Never ignored silently. */
  unknown: string[];
}

/**
 * Answers as people write them in JSON: `{"1.1": {"1a": "met", "2": "not-met"}}`, `{"1.1/1a": "đạt"}`, `{"1.1": "met"}` for all
 * its levels, `{"1.1": 2}` for the level reached, `{"1.1": {"1": {"a": true}}}`, `{"22.3": false}` for a clause.
 */
export function parseAnswers(set: StandardSet, input: unknown): ParsedAnswers {
  const answers: Record<string, Answer> = {};
  const unknown: string[] = [];
  if (!isRecord(input)) return { answers, unknown: [JSON.stringify(input) ?? 'undefined'] };
  for (const [key, value] of Object.entries(input)) {
    const [code = '', part] = key.trim().split('/', 2);
    const criterion = criteriaOf(set).find((each) => each.code === code);
    if (criterion) readCriterion(criterion, part === undefined ? value : { [part]: value }, code, answers, unknown);
    else if (isClause(set, code) && part === undefined) put(code, value, key, answers, unknown);
    else unknown.push(key);
  }
  // One word for all levels of a criterion is told once.
  return { answers, unknown: [...new Set(unknown)] };
}

type Sink = Record<string, Answer>;

function readCriterion(criterion: Criterion, value: unknown, key: string, answers: Sink, unknown: string[]): void {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || value < 0 || value > criterion.levels.length) unknown.push(`${key}: ${value}`);
    else
      for (const { level } of criterion.levels)
        answers[answerKey(criterion.code, level)] = level <= value ? 'met' : 'not-met';
    return;
  }
  if (!isRecord(value)) {
    for (const { level } of criterion.levels) put(answerKey(criterion.code, level), value, key, answers, unknown);
    return;
  }
  const codes = criterion.levels.flatMap((each) => [String(each.level), ...each.indicators.map((one) => one.code)]);
  for (const [part, answer] of Object.entries(flatten(value))) {
    const code = part.trim().toLowerCase();
    if (codes.includes(code)) put(answerKey(criterion.code, code), answer, `${key}/${part}`, answers, unknown);
    else unknown.push(`${key}/${part}`);
  }
}

/** {"1": {"a": x, "b": y}} -> {"1a": x, "1b": y} */
function flatten(value: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] =>
    isRecord(inner) ? Object.entries(inner).map(([letter, answer]) => [`${key}${letter}`, answer]) : [[key, inner]],
  );
  return Object.fromEntries(entries);
}

function put(key: string, value: unknown, shown: string, answers: Sink, unknown: string[]): void {
  const answer = readAnswer(value);
  if (answer === null) unknown.push(`${shown}: ${JSON.stringify(value)}`);
  else answers[key] = answer;
}

const WORDS: Record<string, Answer> = {
  dat: 'met',
  'khong dat': 'not-met',
  'chua dat': 'not-met',
  'chua xet': 'not-considered',
  'khong ap dung': 'not-applicable',
};

function readAnswer(value: unknown): Answer | null {
  if (value === true) return 'met';
  if (value === false) return 'not-met';
  if (value === null) return 'not-considered';
  if (typeof value !== 'string') return null;
  const word = fold(value);
  return ANSWERS.find((each) => each === word) ?? (Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null);
}

function isClause(set: StandardSet, code: string): boolean {
  return set.levelRule.kind === 'cumulative-all' && set.levelRule.clauses.items.some((item) => item.code === code);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
