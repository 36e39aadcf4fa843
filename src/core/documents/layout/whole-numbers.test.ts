import { expect, test } from 'vitest';
import { DOCUMENT_NUMBER, HYPHEN_OF_NUMBER } from './whole-numbers.ts';

const SENTENCE =
  'Thông tư số 19/2018/TT-BGDĐT, Hướng dẫn 134/HD-PGD&ĐT và 07/2024/TTLT-BGDĐT-BNV của CB-GV-NV, 9/2025-5/2026';

test('numbers of documents are found in a sentence, abbreviations and months are not', () => {
  const found = SENTENCE.match(new RegExp(DOCUMENT_NUMBER, 'gu'));
  expect(found).toEqual(['19/2018/TT-BGDĐT', '134/HD-PGD&ĐT', '07/2024/TTLT-BGDĐT-BNV']);
});

test('each hyphen of a number, and no other one, is one of those that hold it together', () => {
  expect(SENTENCE.split(HYPHEN_OF_NUMBER).map((piece) => piece.slice(-2))).toEqual(['TT', 'HD', 'LT', 'ĐT', '26']);
});
