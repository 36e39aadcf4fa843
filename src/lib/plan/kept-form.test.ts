import { expect, test } from 'vitest';
import { type FoundForm, isForgotten, isKeyOf, keyOfForm, type PageState, readKept, whatToDo } from './kept-form.ts';

const values = { version: '3', text: 'cũ' };
const kept = (text: string, more: Partial<FoundForm['kept']> = {}, key = 'a'): FoundForm => ({
  key,
  kept: { values: { version: '3', text }, sent: false, at: 0, open: false, ...more },
});
const shown = (state: PageState = 'fresh', sentFrom: string | null = null) => ({ state, sentFrom, values });
const NOTHING = { forget: [], restore: null, ask: [] };

test('words that were left unsaved stand in the form again', () => {
  expect(whatToDo([], shown())).toEqual(NOTHING);
  expect(whatToDo([kept('mới')], shown())).toEqual({ ...NOTHING, restore: kept('mới') });
  expect(whatToDo([kept('cũ')], shown())).toEqual({ ...NOTHING, forget: [kept('cũ')] });
});

test('words that were sent come back when the answer never came, not when they arrived', () => {
  const sent = kept('mới', { sent: true });
  expect(whatToDo([sent], shown()).restore).toEqual(sent);
  expect(whatToDo([sent], shown('saved', 'a'))).toEqual({ ...NOTHING, forget: [sent] });
  expect(whatToDo([kept('mới')], shown('saved', 'a')).restore).toEqual(kept('mới'));
});

test('a form that the server gave back as typed is left alone', () => {
  const sent = kept('mới', { sent: true });
  expect(whatToDo([sent, kept('nữa', {}, 'b')], shown('answered', 'a'))).toEqual({ ...NOTHING, forget: [sent] });
});

test('what one window has saved says nothing of the words that another has sent or holds', () => {
  const [mine, theirs] = [kept('một', { sent: true }), kept('hai', { sent: true }, 'b')];
  expect(whatToDo([mine, theirs], shown('saved', 'a'))).toEqual({ forget: [mine], restore: theirs, ask: [] });
  const there = kept('hai', { open: true }, 'b');
  expect(whatToDo([mine, there], shown('saved', 'a'))).toEqual({ forget: [mine], restore: null, ask: [there] });
});

test('of two windows that were left the words typed last stand there, the others wait', () => {
  const [older, newer] = [kept('một', { at: 1 }), kept('hai', { at: 2 }, 'b')];
  expect(whatToDo([older, newer], shown())).toEqual({ ...NOTHING, restore: newer });
  const open = kept('ba', { at: 3, open: true }, 'c');
  expect(whatToDo([older, open], shown()).restore).toEqual(older);
  // A page that is there looks after what it keeps.
  expect(whatToDo([kept('cũ', { open: true })], shown()).forget).toEqual([]);
});

test('a form that has other fields by now is not touched', () => {
  const gone = { key: 'a', kept: { values: { gone: 'x' }, sent: false, at: 0, open: false } };
  expect(whatToDo([gone], shown())).toEqual({ ...NOTHING, forget: [gone] });
});

test('two people at one computer have words of their own, and so have two forms', () => {
  expect(keyOfForm('hoa', 'plan.1')).not.toBe(keyOfForm('lan', 'plan.1'));
  const form = keyOfForm('hoa', 'plan.1');
  expect([form, `${form}.x`, `${form}2`, keyOfForm('lan', 'plan.1')].map((key) => isKeyOf(key, form))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('words are kept for a month after they were typed; what is no form is never touched', () => {
  const day = 24 * 60 * 60_000;
  const stored = JSON.stringify({ values: { text: 'mới' }, sent: false, at: 0 });
  const key = keyOfForm('hoa', 'plan.1');
  expect(isForgotten(key, stored, 29 * day)).toBe(false);
  expect(isForgotten(key, stored, 31 * day)).toBe(true);
  expect(isForgotten(key, '{', 0)).toBe(true);
  expect(isForgotten('caitien.draft.hoa.1', stored, 31 * day)).toBe(false);
  expect(readKept('{"values":{},"sent":true}')).toBeNull();
  expect(readKept(stored)?.open).toBe(false);
});
