import { expect, test } from 'vitest';
import { CUMULATIVE } from './example-sets.ts';
import { parseAnswers } from './parse-answers.ts';

const read = (input: unknown) => parseAnswers(CUMULATIVE, input);

test.each([
  [{ '1.1/1a': 'met' }, { '1.1/1a': 'met' }],
  [{ '1.1': { '1a': 'đạt', '2': 'Không đạt' } }, { '1.1/1a': 'met', '1.1/2': 'not-met' }],
  [
    { '1.1': { '1': { a: true, b: false, c: null } } },
    { '1.1/1a': 'met', '1.1/1b': 'not-met', '1.1/1c': 'not-considered' },
  ],
  [{ '2.1': 2 }, { '2.1/1': 'met', '2.1/2': 'met', '2.1/3': 'not-met' }],
  [{ '2.1': 0 }, { '2.1/1': 'not-met', '2.1/2': 'not-met', '2.1/3': 'not-met' }],
  [{ '1.2': 'chưa xét' }, { '1.2/1': 'not-considered', '1.2/2': 'not-considered' }],
  [{ '22.1': 'not-applicable' }, { '22.1': 'not-applicable' }],
])('%j', (input, answers) => {
  expect(read(input)).toEqual({ answers, unknown: [] });
});

test.each([
  [{ '9.9': 'met' }, '9.9'],
  [{ '1.2/3': 'met' }, '1.2/3'],
  [{ '1.1': { '1d': 'met' } }, '1.1/1d'],
  [{ '1.1/1a': 'maybe' }, '1.1/1a: "maybe"'],
  [{ '1.2': 3 }, '1.2: 3'],
  [{ '1.2': 'maybe' }, '1.2: "maybe"'],
  [{ constructor: 'met' }, 'constructor'],
  [[], '[]'],
])('%j is not understood', (input, unknown) => {
  expect(read(input)).toEqual({ answers: {}, unknown: [unknown] });
});
