import { fold } from '#core/kernel/text.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import { type LegalDocument, type LegalLibrary, wasInForce } from './legal-document.ts';

export interface LegalQuery {
  /** Words of number, title, kind or issuer, with or without tones, in any order; the last may be unfinished. */
  words: string;
  /** Only what schools of this type cite; "multi-level" cites everything of a general school. */
  schoolType: SchoolType | null;
  /** YYYY-MM-DD: what was in force on this day comes first. */
  day: string;
}

/**
 * Documents that hold all the words. A number typed from its beginning comes first, then what was in force on the day, then
 * the newest.
 */
export function searchLegalDocuments(library: LegalLibrary, query: LegalQuery): LegalDocument[] {
  const typed = fold(query.words);
  const words = wordsOf(typed);
  const found = library.documents.filter(
    (document) => isForType(document, query.schoolType) && holdsAll(haystack(document), words),
  );
  const rank = (document: LegalDocument) =>
    (startsWithNumber(document, typed) ? 2 : 0) + (isUsable(document, query.day) ? 1 : 0);
  const ranks = new Map(found.map((document) => [document, rank(document)]));
  return found.toSorted(
    (a, b) =>
      ranks.get(b)! - ranks.get(a)! ||
      (b.issued ?? '').localeCompare(a.issued ?? '') ||
      a.number.localeCompare(b.number),
  );
}

function isForType({ schoolTypes }: LegalDocument, type: SchoolType | null): boolean {
  if (type === null) return true;
  if (type === 'multi-level') return schoolTypes.some((each) => each !== 'preschool');
  return schoolTypes.includes(type);
}

function isUsable(document: LegalDocument, day: string): boolean {
  const { state } = wasInForce(document, day);
  return state === 'in-force' || state === 'unknown';
}

function haystack({ number, otherNumbers, kind, issuer, title, issued }: LegalDocument): string {
  const text = fold([number, ...otherNumbers, kind, issuer, title ?? '', issued?.slice(0, 4) ?? ''].join(' '));
  return ` ${wordsOf(text).join(' ')} `;
}

/** "19/2018/TT-BGDĐT" is four words, so that a part of a number finds it. */
function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words in any order; the last may still be typed, and so may every piece of a number. */
function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word, at) => text.includes(at === words.length - 1 ? ` ${word}` : ` ${word} `));
}

function startsWithNumber({ number, otherNumbers }: LegalDocument, typed: string): boolean {
  const wanted = typed.replace(/^(?:\p{L}+\s+)*?so\s*:?\s*/u, '').replace(/\s/g, '');
  return (
    /^\d/.test(wanted) && [number, ...otherNumbers].some((each) => fold(each).replace(/\s/g, '').startsWith(wanted))
  );
}
