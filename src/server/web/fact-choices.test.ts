import { expect, test } from 'vitest';
import { schoolYearChoices } from './fact-choices.ts';

const choices = (now: string, ...said: Parameters<typeof schoolYearChoices>[1][]) =>
  schoolYearChoices(new Date(now), ...said).map(({ value }) => value);

test('school years that can be chosen go on with the clock: to the end of a strategy of ten years that begins next year', () => {
  expect(choices('2026-11-22T00:00:00Z').slice(0, 1)).toEqual(['2036-2037']);
  expect(choices('2041-03-01T00:00:00Z').slice(0, 1)).toEqual(['2050-2051']);
  expect(choices('2041-03-01T00:00:00Z').at(-1)).toBe('2015-2016');
});

test('what was said already is among them once', () => {
  const years = choices('2026-11-22T00:00:00Z', { start: 2009 }, null, { start: 2026 });
  expect([years.at(-1), years.filter((year) => year === '2026-2027')]).toEqual(['2009-2010', ['2026-2027']]);
});
