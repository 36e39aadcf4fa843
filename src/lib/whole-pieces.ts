import { DOCUMENT_NUMBER } from '#core/documents/layout/whole-numbers.ts';
import { JOINED_YEARS } from '#core/documents/layout/whole-years.ts';

const WHOLE = new RegExp(`(${DOCUMENT_NUMBER.source}|${JOINED_YEARS.source})`, 'u');
/** Longer than this, in letters, it may not fit on a line of its own on a phone. */
const MOST = 26;

/** A text in pieces: those that are school years or numbers of documents, such as 19/2018/TT-BGDĐT, are not to be torn at the end of a line. */
export function wholePieces(text: string): { text: string; whole: boolean }[] {
  return text
    .split(WHOLE)
    .map((piece, index) => ({ text: piece, whole: index % 2 === 1 && piece.length <= MOST }))
    .filter((piece) => piece.text !== '');
}
