import { expect, test } from 'vitest';
import { whatToDo } from './kept-form.ts';

const kept = (text: string, sent = false) => ({ values: { version: '3', text }, sent });
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
  expect(whatToDo({ values: { gone: 'x' }, sent: false }, 'fresh', shown)).toBe('forget');
});
