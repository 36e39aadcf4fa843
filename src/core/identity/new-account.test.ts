import { expect, test } from 'vitest';
import { readNewAccount } from './new-account.ts';

const typed = { displayName: ' Nguyễn  Thị Hoa ', username: ' HoaNT ', password: 'mua thu la bay' };

test('a good account, tidied', () => {
  expect(readNewAccount(typed)).toEqual({
    ok: true,
    value: { displayName: 'Nguyễn Thị Hoa', username: 'hoant', password: 'mua thu la bay' },
  });
});

test.each(['0912345678', ' 0912 345 678', '+84 912 345 678', '+84912345678'])(
  'a phone number is a username: %s',
  (username) => {
    expect(readNewAccount({ ...typed, username })).toMatchObject({ ok: true, value: { username: '0912345678' } });
  },
);

test('every problem at once', () => {
  expect(readNewAccount({ displayName: ' ', username: '', password: '' })).toEqual({
    ok: false,
    problems: [
      { field: 'displayName', problem: 'missing' },
      { field: 'username', problem: 'missing' },
      { field: 'password', problem: 'missing' },
    ],
  });
});

test.each([
  [{ username: 'hiệutrưởng' }, 'username', 'letters'],
  [{ username: 'ab' }, 'username', 'too-short'],
  [{ username: 'a'.repeat(31) }, 'username', 'too-long'],
  [{ password: 'ngắn' }, 'password', 'too-short'],
  [{ password: '12345678' }, 'password', 'easy'],
  [{ password: 'zzzzzzzzzz' }, 'password', 'easy'],
  [{ username: 'truonghoa', password: 'TruongHoa' }, 'password', 'easy'],
  [{ password: 'a1'.repeat(65) }, 'password', 'too-long'],
])('%o', (change, field, problem) => {
  expect(readNewAccount({ ...typed, ...change })).toEqual({ ok: false, problems: [{ field, problem }] });
});
