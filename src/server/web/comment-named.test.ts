import { expect, test } from 'vitest';
import { commentNamed } from './comment-named.ts';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('a comment in its version; what is no version is one that no comment has', () => {
  expect(commentNamed(formOf({ comment: 'c', version: '3' }))).toEqual({ commentId: 'c', version: 3 });
  for (const version of ['', '0x3', '3e0', '-3', 'ba', '9999999999'])
    expect(commentNamed(formOf({ comment: 'c', version })).version).toBe(0);
});
