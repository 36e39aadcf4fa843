import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import { postCell, postRows } from './requests.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  // As the browser sees it when a body of megabytes is refused before it was read.
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))),
  );
});
afterEach(() => void vi.unstubAllGlobals());

const cell = (text: string) => ({ itemId: 'r', field: 'note' as const, text, base: '', version: 1 });
const BOOK = 'ă'.repeat(5_000_000);
const refused = { kind: 'refused', sentence: expect.stringContaining('20,000 characters at most') };

test('a cell of five megabytes is refused in words, and is not taken for a line that is away', async () => {
  expect(await postCell('p', cell(BOOK), 1)).toEqual(refused);
  expect(await postCell('p', cell('x'.repeat(CELL_LIMIT)), 1)).toEqual({ kind: 'unreachable' });
});

test('nor are pasted rows with one', async () => {
  const paste = (note: string) => postRows('p', { after: 'r', rows: [{ id: 'a', cells: { action: 'Họp tổ', note } }] });
  expect(await paste(BOOK)).toEqual(refused);
  expect(await paste('')).toEqual({ kind: 'unreachable' });
});
