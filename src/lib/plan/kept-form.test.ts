import { expect, test } from 'vitest';
import { isForgotten, keyOfForm, readKept, whatToDo } from './kept-form.ts';

const kept = (text: string, sent = false) => ({ values: { version: '3', text }, sent, at: 0 });
const shown = { version: '3', text: 'cũ' };

test('words that were left unsaved stand in the form again', () => {
  expect(whatToDo(null, 'fresh', shown)).toBe('nothing');
  expect(whatToDo(kept('mới'), 'fresh', shown)).toBe('restore');
  expect(whatToDo(kept('cũ'), 'fresh', shown)).toBe('forget');
});

test('words that were sent come back when the answer never came, not when they arrived', () => {
  expect(whatToDo(kept('mới', true), 'fresh', shown)).toBe('restore');
  expect(whatToDo(kept('mới', true), 'saved', shown)).toBe('forget');
  expect(whatToDo(kept('mới'), 'saved', shown)).toBe('restore');
});

test('a form that the server gave back as typed is left alone', () => {
  expect(whatToDo(kept('mới', true), 'answered', { version: '4', text: 'mới' })).toBe('forget');
});

test('a form that has other fields by now is not touched', () => {
  expect(whatToDo({ values: { gone: 'x' }, sent: false, at: 0 }, 'fresh', shown)).toBe('forget');
});

test('two people at one computer have words of their own', () => {
  expect(keyOfForm('hoa', 'plan.1')).not.toBe(keyOfForm('lan', 'plan.1'));
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
});
