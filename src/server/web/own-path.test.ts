import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  ['/standards?q=dan+chu#a', '/standards?q=dan+chu#a'],
  ['/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [null, '/'],
])('%s leads to %s', (value, path) => {
  expect(ownPath(value)).toBe(path);
});
