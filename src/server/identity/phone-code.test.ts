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
])('the code at second %i is that of the standard', async (second, code) => {
  expect(await phoneCode(SECRET, stepAt(new Date(second * 1000)))).toBe(code);
});

test('a phone that is half a minute wrong is understood, one that is a minute wrong is not', async () => {
  const now = new Date(1_790_000_010_000);
  const at = (seconds: number) => phoneCode(SECRET, stepAt(new Date(now.getTime() + seconds * 1000)));
  for (const seconds of [-30, 0, 30])
    expect(await stepOfCode(SECRET, await at(seconds), now)).toBe(stepAt(now) + seconds / 30);
  for (const seconds of [-60, 60]) expect(await stepOfCode(SECRET, await at(seconds), now)).toBeNull();
  expect(await stepOfCode(SECRET, '', now)).toBeNull();
});

test('the key for apps', () => {
  // Section 10 of RFC 4648.
  expect(phoneKey('fooba')).toBe('MZXW6YTB');
  expect(phoneKey('foobar')).toBe('MZXW6YTBOI');
  const address = new URL(phoneKeyAddress(SECRET, { issuer: 'Cải Tiến', account: 'hoa.nt' }));
  expect(decodeURIComponent(address.pathname)).toBe('/Cải Tiến:hoa.nt');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret: phoneKey(SECRET), issuer: 'Cải Tiến' });
});
