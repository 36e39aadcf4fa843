import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PendingEdit } from '#lib/plan/save-queue.ts';
import { Drafts } from './drafts.ts';

/** What a browser keeps for one address, in letters. */
const MOST = 5_000_000;

type Told = (event: { key: string; newValue: string | null }) => void;

/** What the browser keeps beyond a page, and what it tells other windows of. */
let kept: Record<string, string>;
let listeners: Told[];

beforeEach(() => {
  kept = {};
  listeners = [];
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      if (value.length > MOST) throw new DOMException('full', 'QuotaExceededError');
      kept[key] = value;
    },
    removeItem(key: string) {
      delete kept[key];
      for (const tell of listeners) tell({ key, newValue: null });
    },
  };
  vi.stubGlobal(
    'localStorage',
    new Proxy(methods, {
      ownKeys: () => Object.keys(kept),
      getOwnPropertyDescriptor: (_, key) => (key in kept ? { enumerable: true, configurable: true } : undefined),
    }),
  );
  vi.stubGlobal('addEventListener', (_: string, tell: Told) => void listeners.push(tell));
});
afterEach(() => void vi.unstubAllGlobals());

const typed = (itemId: string, text: string): PendingEdit => ({ itemId, field: 'action', text, base: '', version: 1 });
const always = () => true;

function openPage(user = 'hoa') {
  const page = new Drafts('p', user);
  page.find();
  return page;
}

/** Everything that a new page of the plan finds, cell after cell. */
function found(user = 'hoa'): string[] {
  const page = openPage(user);
  const texts: string[] = [];
  for (let next = page.take([], always); next.length > 0; next = page.take([], always))
    texts.push(...next.map(({ text }) => text));
  return texts.sort();
}

test('a window that has saved everything leaves what waits in another one', () => {
  const [one, other] = [openPage(), openPage()];
  one.keep([typed('a', 'Họp tổ')]);
  other.keep([typed('b', 'Dự giờ')]);
  other.keep([]);
  expect(found()).toEqual(['Họp tổ']);
});

test('two windows with different words for the same cell: a new one tries both, one after the other', () => {
  openPage().keep([typed('a', 'Họp tổ')]);
  const other = new Drafts('p', 'hoa');
  other.keep([typed('a', 'Dự giờ')]);
  const page = openPage();
  const [first, ...rest] = page.take([], always);
  expect(rest).toEqual([]);
  expect(page.take([first!], always)).toEqual([]);
  page.keep([first!]);
  expect(found()).toEqual(['Dự giờ', 'Họp tổ']);
});

test('what a window took over is written down once more by the one that still has it', () => {
  const one = openPage();
  one.keep([typed('a', 'Họp tổ')]);
  const other = openPage();
  expect(other.take([], always)).toHaveLength(1);
  other.keep([]);
  expect(found()).toEqual(['Họp tổ']);
});

test('words for a row that the page does not show wait for one that does', () => {
  openPage().keep([typed('a', 'Họp tổ'), typed('b', 'Dự giờ')]);
  const filtered = openPage();
  expect(filtered.take([], (id) => id === 'a').map(({ text }) => text)).toEqual(['Họp tổ']);
  filtered.keep([]);
  listeners = [];
  expect(found()).toContain('Dự giờ');
});

test('words that an earlier edition of the page kept are found, those of another person are not', () => {
  kept['caitien.draft.hoa.p'] = JSON.stringify([typed('a', 'Họp tổ')]);
  kept['caitien.draft.lan.p'] = JSON.stringify([typed('a', 'Dự giờ')]);
  kept['caitien.draft.hoa.p.x'] = 'not what was written here';
  expect(found()).toEqual(['Họp tổ']);
  expect(found('lan')).toEqual(['Dự giờ']);
});

test('megabytes in a cell do not push out what was typed in others', () => {
  const page = openPage();
  page.keep([typed('a', 'Họp tổ')]);
  expect(page.keep([typed('a', 'Họp tổ'), typed('b', 'ă'.repeat(5_000_000)), typed('c', 'Dự giờ')])).toBe(false);
  expect(found()).toEqual(['Dự giờ', 'Họp tổ']);
});
