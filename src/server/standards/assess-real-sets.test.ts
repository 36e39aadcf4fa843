import { expect, test } from 'vitest';
import type { Answers } from '#core/standards/answer.ts';
import { assess } from '#core/standards/assess.ts';
import { criteriaOf, highestSchoolLevel } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { loadStandards } from './load-standards.ts';

const { sets } = loadStandards();
const DENOMINATORS: Record<string, number[]> = {
  'tt19-2018': [25, 25, 19, 6],
  'tt17-2018': [27, 27, 19, 5],
  'tt18-2018': [28, 28, 20, 6],
  'tt57-2026-preschool': [15, 15],
  'tt57-2026-general': [15, 15],
  'tt57-2026-continuing': [15, 15],
};

function reached(set: StandardSet, level: number): Answers {
  return Object.fromEntries(
    criteriaOf(set).flatMap((criterion) =>
      criterion.levels.map(
        (each) => [`${criterion.code}/${each.level}`, each.level <= level ? 'met' : 'not-met'] as const,
      ),
    ),
  );
}

test.each(sets)('$id: denominators, and each level in turn', (set) => {
  const top = set.levelRule.levels;
  expect(assess(set, {}).counts.map((count) => count.total)).toEqual(DENOMINATORS[set.id]);
  for (let level = 0; level <= top; level += 1) {
    const { schoolLevel, counts, whyNotHigher } = assess(set, reached(set, level));
    expect(schoolLevel).toBe(level);
    expect(counts.slice(0, top).map((count) => count.percent)).toEqual(
      counts.slice(0, top).map((count) => (count.level <= level ? 100 : 0)),
    );
    expect(whyNotHigher?.level ?? null).toBe(level < highestSchoolLevel(set) ? level + 1 : null);
  }
});

test('18 of 27 criteria at Mức 2 is 66.7 %', () => {
  const set = sets.find((each) => each.id === 'tt17-2018');
  if (!set) throw new Error();
  const failing = criteriaOf(set)
    .slice(0, 9)
    .map((criterion) => [`${criterion.code}/2`, 'not-met'] as const);
  const { counts, whyNotHigher } = assess(set, { ...reached(set, 3), ...Object.fromEntries(failing) });
  expect(counts[1]).toMatchObject({ met: 18, notMet: 9, total: 27, percent: 66.7 });
  expect(whyNotHigher?.reasons).toHaveLength(9);
});
