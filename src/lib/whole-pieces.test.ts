import { expect, test } from 'vitest';
import { wholePieces } from './whole-pieces.ts';

const wholes = (text: string) => wholePieces(text).flatMap((piece) => (piece.whole ? [piece.text] : []));

test('numbers of documents and school years are whole pieces, and no word is lost', () => {
  const text = 'Thông tư 19/2018/TT-BGDĐT, năm học 2025–2026, đến 30/5.';
  expect(wholes(text)).toEqual(['19/2018/TT-BGDĐT', '2025–2026']);
  expect(
    wholePieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(wholes('')).toEqual([]);
  expect(wholes('Số 123/TTr-UBND-PGDĐT-THCS-HĐTĐG-BGH-TCM')).toEqual([]);
});
