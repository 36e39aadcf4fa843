import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, ANSWERS, type Answers, levelAnswer } from './answer.ts';
import { assess, assessStages } from './assess.ts';
import { CUMULATIVE, EIGHT_AND_FIVE, MANDATORY } from './example-sets.ts';
import { criteriaOf, findCriterion, findLevel, highestSchoolLevel } from './find-in-set.ts';
import { levelReasonText } from './level-reason-text.ts';
import type { StandardSet } from './standard-set.ts';

function keysOf(set: StandardSet): string[] {
  const indicators = criteriaOf(set).flatMap((criterion) =>
    criterion.levels.flatMap((level) => level.indicators.map((indicator) => `${criterion.code}/${indicator.code}`)),
  );
  return set.levelRule.kind === 'cumulative-all'
    ? [...indicators, ...set.levelRule.clauses.items.map((item) => item.code)]
    : indicators;
}

const everything = (set: StandardSet, answer: Answer): Answers =>
  Object.fromEntries(keysOf(set).map((key) => [key, answer]));
const SETS = [CUMULATIVE, EIGHT_AND_FIVE];

describe('laws of both rules', () => {
  const anyAnswers = (set: StandardSet, from: readonly Answer[] = ANSWERS) =>
    fc
      .array(fc.constantFrom(...from, 'met' as const, 'met' as const, 'met' as const), {
        minLength: keysOf(set).length,
        maxLength: keysOf(set).length,
      })
      .map((list): Answers => Object.fromEntries(keysOf(set).map((key, index) => [key, list[index] ?? 'met'])));
  /** Mostly met, a few others: near the borders between levels, where mistakes show. */
  const nearlyMet = (set: StandardSet) =>
    fc
      .array(fc.tuple(fc.constantFrom(...keysOf(set)), fc.constantFrom(...ANSWERS)), { maxLength: 5 })
      .map((changes): Answers => ({ ...everything(set, 'met'), ...Object.fromEntries(changes) }));

  test.each(SETS)('$id: an answer that becomes met never lowers anything', (set) => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers(set), nearlyMet(set)), fc.constantFrom(...keysOf(set)), (answers, key) => {
        const before = assess(set, answers);
        const after = assess(set, { ...answers, [key]: 'met' });
        expect(after.schoolLevel).toBeGreaterThanOrEqual(before.schoolLevel);
        after.criteria.forEach((criterion, index) =>
          expect(criterion.level).toBeGreaterThanOrEqual(before.criteria[index]?.level ?? 9),
        );
        after.counts.forEach((count, index) =>
          expect(count.met).toBeGreaterThanOrEqual(before.counts[index]?.met ?? 999),
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each(SETS)('$id: the school is never above what a required criterion allows', (set) => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers(set), nearlyMet(set)), (answers) => {
        const { schoolLevel } = assess(set, answers);
        for (const criterion of criteriaOf(set)) {
          if (set.levelRule.kind !== 'cumulative-all' && !criterion.mandatory) continue;
          for (let level = 1; level <= schoolLevel; level += 1) {
            const tree = findLevel(criterion, level);
            const allowed = set.levelRule.kind === 'cumulative-all' ? ['met', 'not-applicable'] : ['met'];
            if (tree) expect(allowed).toContain(levelAnswer(criterion, tree, answers));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each(SETS)('$id: what is not considered counts as little as what is not met', (set) => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers(set), nearlyMet(set)), (answers) => {
        const denied = Object.fromEntries(
          Object.entries(answers).map(([key, answer]) => [key, answer === 'not-considered' ? 'not-met' : answer]),
        );
        const open = assess(set, answers);
        const closed = assess(set, denied);
        expect(open.schoolLevel).toBe(closed.schoolLevel);
        expect(open.counts.map((count) => count.met)).toEqual(closed.counts.map((count) => count.met));
        const left = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== 'not-considered'));
        expect(assess(set, left)).toEqual(open);
      }),
      { numRuns: 300 },
    );
  });

  test.each(SETS)('$id: counts add up, and there is a reason exactly below the top', (set) => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers(set), nearlyMet(set)), (answers) => {
        const { counts, schoolLevel, whyNotHigher } = assess(set, answers);
        const leaving = set.levelRule.kind === 'cumulative-all' ? set.levelRule.levels : 0;
        for (const count of counts) {
          const sum =
            count.met + count.notMet + count.notConsidered + (count.level <= leaving ? 0 : count.notApplicable);
          expect(sum).toBe(count.total);
        }
        expect(whyNotHigher?.level ?? null).toBe(schoolLevel === highestSchoolLevel(set) ? null : schoolLevel + 1);
        if (whyNotHigher) expect(whyNotHigher.reasons).not.toEqual([]);
        for (const reason of whyNotHigher?.reasons ?? []) {
          for (const locale of ['vi', 'en'] as const)
            expect(levelReasonText(set, reason, locale)).not.toMatch(/undefined|null/);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(SETS)('$id: no answer at all is level 0, all met is the top', (set) => {
    expect(assess(set, {}).schoolLevel).toBe(0);
    expect(assess(set, {}).counts.every((count) => count.notConsidered === count.total)).toBe(true);
    expect(assess(set, everything(set, 'met'))).toMatchObject({
      schoolLevel: highestSchoolLevel(set),
      whyNotHigher: null,
    });
    expect(assess(set, everything(set, 'not-applicable')).schoolLevel).toBe(0);
  });
});

describe('2018', () => {
  const all = everything(CUMULATIVE, 'met');

  test('a criterion without Mức 3 leaves its denominator', () => {
    expect(assess(CUMULATIVE, all).counts.map((count) => count.total)).toEqual([3, 3, 2, 2]);
  });

  test('one indicator below pulls the criterion down on every level', () => {
    const { criteria, counts, schoolLevel, whyNotHigher } = assess(CUMULATIVE, { ...all, '1.1/1b': 'not-met' });
    expect(criteria[0]).toMatchObject({ criterion: '1.1', level: 0 });
    expect(counts.map(({ met, notMet, percent }) => [met, notMet, percent])).toEqual([
      [2, 1, 66.7],
      [2, 1, 66.7],
      [1, 1, 50],
      [2, 0, 100],
    ]);
    expect(schoolLevel).toBe(0);
    expect(whyNotHigher).toEqual({
      level: 1,
      reasons: [
        {
          kind: 'criterion',
          criterion: '1.1',
          mandatory: false,
          at: 1,
          answer: 'not-met',
          indicators: [{ code: '1b', answer: 'not-met' }],
        },
      ],
    });
  });

  test('Mức 4 needs every clause', () => {
    const open = assess(CUMULATIVE, { ...all, '22.2': 'not-applicable' });
    expect(open).toMatchObject({
      schoolLevel: 3,
      whyNotHigher: { level: 4, reasons: [{ kind: 'clause', clause: '22.2', answer: 'not-applicable' }] },
    });
  });

  test('clauses do not help below Mức 3', () => {
    expect(assess(CUMULATIVE, { ...all, '2.1/3': 'not-considered' }).schoolLevel).toBe(2);
  });

  test('an indicator that does not apply asks for nothing', () => {
    expect(assess(CUMULATIVE, { ...all, '1.1/1b': 'not-applicable' }).schoolLevel).toBe(4);
    expect(assess(CUMULATIVE, { ...all, '1.1/3': 'not-applicable' }).counts[2]).toMatchObject({
      met: 1,
      total: 1,
      notApplicable: 1,
    });
  });

  test('an answer for a whole level fills in, and never lifts', () => {
    const criterion = findCriterion(CUMULATIVE, '1.1');
    const level = criterion && findLevel(criterion, 1);
    if (!level) throw new Error();
    expect(levelAnswer(criterion, level, { '1.1/1': 'met' })).toBe('met');
    expect(levelAnswer(criterion, level, { '1.1/1': 'met', '1.1/1c': 'not-met' })).toBe('not-met');
    expect(
      levelAnswer(criterion, level, { '1.1/1': 'not-met', '1.1/1a': 'met', '1.1/1b': 'met', '1.1/1c': 'met' }),
    ).toBe('not-met');
  });
});

describe('TT 57', () => {
  const level = (n: number, codes: readonly string[], answer: Answer = 'met'): Answers =>
    Object.fromEntries(codes.map((code) => [`${code}/${n}`, answer]));
  const OTHERS = ['1.1', '1.2', '2.3', '3.3', '3.4', '3.5', '4.3'];
  const first = level(1, [...MANDATORY, ...OTHERS]);

  test('eight and five of seven', () => {
    const five = { ...level(1, MANDATORY), ...level(1, OTHERS.slice(0, 5)) };
    expect(assess(EIGHT_AND_FIVE, five).schoolLevel).toBe(1);
    const four = assess(EIGHT_AND_FIVE, { ...five, '1.1/1': 'not-met' });
    expect(four).toMatchObject({
      schoolLevel: 0,
      whyNotHigher: { level: 1, reasons: [{ kind: 'too-few-others', met: 4, needed: 5, of: 7 }] },
    });
    const seven = assess(EIGHT_AND_FIVE, { ...first, '3.2/1': 'not-considered' });
    expect(seven.whyNotHigher?.reasons).toMatchObject([
      { kind: 'criterion', criterion: '3.2', mandatory: true, answer: 'not-considered' },
    ]);
  });

  test('Mức 2 needs no criterion below Mức 1', () => {
    const second = { ...first, ...level(2, [...MANDATORY, ...OTHERS.slice(0, 5)]) };
    expect(assess(EIGHT_AND_FIVE, second)).toMatchObject({ schoolLevel: 2, whyNotHigher: null });
    const below = assess(EIGHT_AND_FIVE, { ...second, '4.3/1': 'not-met' });
    expect(below).toMatchObject({
      schoolLevel: 1,
      whyNotHigher: { level: 2, reasons: [{ kind: 'below-first', criterion: '4.3' }] },
    });
  });

  test('Mức 2 is not considered before Mức 1 is met', () => {
    const outcome = assess(EIGHT_AND_FIVE, { '1.1/1': 'not-met', '1.1/2': 'met' }).criteria[0];
    expect(outcome).toMatchObject({ level: 0, outcomes: [{ answer: 'not-met' }, { answer: 'not-considered' }] });
  });

  test('exactly the rule, over every number of others met and mandatory missed', () => {
    fc.assert(
      fc.property(
        fc.subarray(MANDATORY),
        fc.subarray(OTHERS),
        fc.subarray(MANDATORY),
        fc.subarray(OTHERS),
        (m1, o1, m2, o2) => {
          const answers = { ...level(1, [...m1, ...o1]), ...level(2, [...m2, ...o2]) };
          const both = (n: string) => [...m1, ...o1].includes(n) && [...m2, ...o2].includes(n);
          const one = m1.length === 8 && o1.length >= 5;
          const two = MANDATORY.every(both) && OTHERS.filter(both).length >= 5 && m1.length + o1.length === 15;
          expect(assess(EIGHT_AND_FIVE, answers).schoolLevel).toBe(two ? 2 : one ? 1 : 0);
        },
      ),
      {
        numRuns: 500,
        examples: [
          [MANDATORY, OTHERS, MANDATORY, OTHERS.slice(2)],
          [MANDATORY, OTHERS.slice(1), MANDATORY, OTHERS.slice(2)],
        ],
      },
    );
  });

  test('the lowest of several stages decides', () => {
    const primary = { stage: 'primary', assessment: assess(EIGHT_AND_FIVE, everything(EIGHT_AND_FIVE, 'met')) };
    const lower = { stage: 'lower-secondary', assessment: assess(EIGHT_AND_FIVE, first) };
    expect(assessStages(EIGHT_AND_FIVE, [primary, lower])).toEqual({ level: 1, deciding: ['lower-secondary'] });
    expect(assessStages(EIGHT_AND_FIVE, [primary])).toEqual({ level: 2, deciding: ['primary'] });
    expect(assessStages(CUMULATIVE, [primary, lower])).toEqual({ level: null, deciding: [] });
    expect(assessStages(EIGHT_AND_FIVE, [])).toEqual({ level: null, deciding: [] });
  });
});
