import { expect, test } from 'vitest';
import { chooseLocale } from './locale.ts';

test.each([
  [undefined, null, 'vi'],
  [undefined, 'en-GB,en;q=0.8,vi;q=0.5', 'en'],
  [undefined, 'fr-FR,fr;q=0.9,vi;q=0.2,en;q=0.1', 'vi'],
  [undefined, 'de, fr', 'vi'],
  [undefined, 'en;q=0, vi', 'vi'],
  ['en', 'vi', 'en'],
  ['xx', 'en', 'en'],
] as const)('remembered %s, browser %s: %s', (remembered, header, expected) => {
  expect(chooseLocale(remembered, header)).toBe(expected);
});
