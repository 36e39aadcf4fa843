import { normalise } from '#core/kernel/text.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';

/** The part of a standard set that tells which circular a document means. */
export interface KnownSet {
  /** "19/2018/TT-BGDĐT". */
  code: string;
  schoolTypes: readonly SchoolType[];
  /** YYYY-MM-DD. */
  issued: string;
}

/** Circulars of the schemes before 2018, which have no set here but are what an old document goes by. */
const OLD = ['42/2012/TT-BGDĐT', '25/2014/TT-BGDĐT', '67/2011/TT-BGDĐT', '13/2012/TT-BGDĐT', '45/2011/TT-BGDĐT'];

/**
 * Printed code of the set that the document cites. Of several, the one made for the school's type, and of those the newest:
 * a document of the new regime may recall the old one. Null when none is cited.
 */
export function standardSetOf(
  text: string | readonly string[],
  type: SchoolType | null,
  sets: readonly KnownSet[],
): string | null {
  const circulars = circularsIn(normalise(typeof text === 'string' ? text : text.join('\n')));
  const cited = sets.filter((set) => circulars.has(numberAndYear(set.code)));
  const fitting = type === null ? cited : cited.filter((set) => set.schoolTypes.includes(type));
  const newest = (fitting.length > 0 ? fitting : cited).toSorted((a, b) => b.issued.localeCompare(a.issued));
  return newest[0]?.code ?? OLD.find((code) => circulars.has(numberAndYear(code))) ?? null;
}

const CIRCULAR = /(?<![\d/])(\d+)\s*\/\s*(\d+)(?:\s*\/\s*TT|(?!\s*[/\d]))/giu;

/** "19/2018" for "19/2018/TT-BGDĐT", "19/2018/TT-BGD&ĐT", "Thông tư số 19/2018", "TT 19/2018". */
function circularsIn(text: string): Set<string> {
  return new Set([...text.matchAll(CIRCULAR)].map(([, number, year]) => `${Number(number)}/${year}`));
}

/** "19/2018" of "19/2018/TT-BGDĐT". */
function numberAndYear(code: string): string {
  const [number, year] = code.split('/');
  return `${Number(number)}/${year}`;
}
