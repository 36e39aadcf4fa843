import { expect, test } from 'vitest';
import { firstWords } from './first-words.ts';

test.each([
  ['ngắn', 'ngắn'],
  ['  hai\n dòng ', 'hai dòng'],
  ['Tập huấn giáo viên về an toàn', 'Tập huấn giáo…'],
  ['mườichữcái15', 'mườichữcái15'],
  ['mộttừdàihơnmườilămchữ', 'mộttừdàihơnmười…'],
])('%j begins with %j', (text, words) => {
  expect(firstWords(text, 15)).toBe(words);
});
