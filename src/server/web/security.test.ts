import { expect, test } from 'vitest';
import { isForeignWrite } from './security.ts';

const hosts = ['truong.example:3000'];
const write = (headers: Record<string, string>, method = 'POST') => ({ method, headers: new Headers(headers) });

test.each([
  [{ 'sec-fetch-site': 'same-origin', origin: 'http://truong.example:3000' }, false],
  [{ 'sec-fetch-site': 'same-origin' }, false],
  [{ origin: 'https://truong.example:3000' }, false],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://truong.example:3000' }, true],
  [{ 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ origin: 'http://evil.example' }, true],
  [{ origin: 'null' }, true],
  [{}, true],
])('%o is foreign: %s', (headers, foreign) => {
  expect(isForeignWrite(write(headers as Record<string, string>), hosts)).toBe(foreign);
});

test('reading is never refused', () => {
  expect(isForeignWrite(write({ 'sec-fetch-site': 'cross-site' }, 'GET'), hosts)).toBe(false);
});
