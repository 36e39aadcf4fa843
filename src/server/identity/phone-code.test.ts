import { expect, test } from 'vitest';
import { phoneCode, phoneKey, phoneKeyAddress, stepAt, stepOfCode } from './phone-code.ts';

/** Appendix B of RFC 6238, last six digits. */
const SECRET = '12345678901234567890';

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('the code at second %i is that of the standard', (second, code) => {
  expect(phoneCode(SECRET, stepAt(new Date(second * 1000)))).toBe(code);
});

test('a phone that is half a minute wrong is understood, one that is a minute wrong is not', () => {
  const now = new Date(1_790_000_010_000);
  const at = (seconds: number) => phoneCode(SECRET, stepAt(new Date(now.getTime() + seconds * 1000)));
  for (const seconds of [-30, 0, 30]) expect(stepOfCode(SECRET, at(seconds), now)).toBe(stepAt(now) + seconds / 30);
  for (const seconds of [-60, 60]) expect(stepOfCode(SECRET, at(seconds), now)).toBeNull();
  expect(stepOfCode(SECRET, '', now)).toBeNull();
});

test('the key for apps', () => {
  // Section 10 of RFC 4648.
  const known = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
  for (const [text, key] of Object.entries(known)) expect(phoneKey(text)).toBe(key);
  const address = new URL(phoneKeyAddress(SECRET, { issuer: 'Cải Tiến', account: 'hoa.nt' }));
  expect(decodeURIComponent(address.pathname)).toBe('/Cải Tiến:hoa.nt');
  expect(Object.fromEntries(address.searchParams)).toEqual({ secret: phoneKey(SECRET), issuer: 'Cải Tiến' });
});
