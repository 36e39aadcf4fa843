import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TableDom } from '../dom.ts';
import { type PastedRows, PasteSender } from './pasted-rows.ts';

const dom = { userId: 'u', planId: 'p', mayEdit: true } as TableDom;
const pasted: PastedRows = { after: 'r', rows: [{ id: 'a', cells: { action: 'Họp tổ' } }] };

/** What the browser keeps beyond a page, and what the server answers next. */
let kept: Map<string, string>;
let answer: () => Response;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer()),
  );
});
afterEach(() => void vi.unstubAllGlobals());

function aPage() {
  const told: string[] = [];
  const sender = new PasteSender({
    dom,
    arrived: async ({ rows }) => void told.push(`arrived ${rows.length}`),
    late: (count) => void told.push(`late ${count}`),
    waiting: (count) => void told.push(`waiting ${count}`),
    refused: (count) => void told.push(`kept ${count}`),
  });
  return { sender, told };
}

const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });

test('rows that were pasted after the session had ended wait on this computer, and go with the next page', async () => {
  answer = () => json(401, { message: 'signed out' });
  const { sender, told } = aPage();
  expect(await sender.send(pasted)).toBeNull();
  expect([told, sender.isWaiting]).toEqual([['kept 1'], true]);
  answer = () => json(200, { rows: [] });
  const next = aPage();
  await vi.waitFor(() => expect(next.told).toEqual(['arrived 1', 'late 1']));
  expect(kept.size).toBe(0);
});

test('rows of one person are not those of the next at the same computer', async () => {
  answer = () => json(401, {});
  await aPage().sender.send(pasted);
  const other = { ...dom, userId: 'v' } as TableDom;
  const told = vi.fn();
  new PasteSender({ dom: other, arrived: told, late: told, waiting: told, refused: told });
  await Promise.resolve();
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(kept.size).toBe(1);
});

test('rows that the plan does not take are told and not kept', async () => {
  answer = () => json(400, { message: 'full' });
  const { sender, told } = aPage();
  expect(await sender.send(pasted)).toBe('full');
  expect([told, kept.size, sender.isWaiting]).toEqual([[], 0, false]);
});

test('a window whose rows have arrived leaves those that wait in another one', async () => {
  answer = () => json(200, { rows: [] });
  const [one, other] = [aPage(), aPage()];
  answer = () => json(401, {});
  await one.sender.send(pasted);
  answer = () => json(200, { rows: [] });
  await other.sender.send({ ...pasted, rows: [{ id: 'b', cells: {} }] });
  const next = aPage();
  await vi.waitFor(() => expect(next.told).toEqual(['arrived 1', 'late 1']));
});
