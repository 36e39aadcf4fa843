import { expect, test } from 'vitest';
import { en } from './en.ts';
import { vi } from './vi.ts';
import { findSentence, t } from './translate.ts';

test('both languages have the same keys, and the same words in braces in each sentence', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  const names = (sentence: string) =>
    [...new Set([...sentence.matchAll(/\{([^{}|]+)/g)].map((match) => match[1]))].sort();
  for (const [key, sentence] of Object.entries(vi)) {
    expect(names(en[key as keyof typeof vi]), key).toEqual(names(sentence));
  }
});

test('English is not Vietnamese left behind', () => {
  const same = Object.entries(vi).filter(([key, sentence]) => en[key as keyof typeof vi] === sentence);
  expect(same.map(([key]) => key)).toEqual(['shell.product', 'shell.vietnamese', 'shell.english']);
});

test('a sentence in the language that is asked for', () => {
  expect(t('vi', 'shell.signOut')).toBe('Đăng xuất');
  expect(t('en', 'shell.signOut')).toBe('Sign out');
  expect(findSentence('vi', 'no.such-key')).toBeNull();
  expect(findSentence('vi', 'toString')).toBeNull();
});
