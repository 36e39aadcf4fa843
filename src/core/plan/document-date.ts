import { squash } from '#core/kernel/text.ts';

export interface DocumentDate {
  /** "Hóc Môn"; null when the line begins with the date. */
  place: string | null;
  /** YYYY-MM-DD; null when blank, incomplete or impossible. */
  date: string | null;
  /** The date as typed, "ngày 15 tháng 8 năm 2020"; null when the text has none. */
  dateText: string | null;
  /** Day, month or year is left open ("ngày    tháng 9 năm 2024"). */
  blank: boolean;
}

const GAP = '[\\s.…_]*';
const WORDS = new RegExp(`(?:ngày\\s*)+${GAP}(\\d{0,2})${GAP}tháng${GAP}(\\d{0,2})${GAP}năm${GAP}(\\d{0,4})`, 'iu');
const DIGITS = /(?:ngày\s*)*(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/iu;

/** The place and date line of a document, or the date of a citation: "Hóc Môn, ngày 15 tháng 8 năm 2020". */
export function parseDocumentDate(text: string): DocumentDate {
  const typed = squash(text);
  const match = WORDS.exec(typed) ?? DIGITS.exec(typed);
  if (!match) return { place: null, date: null, dateText: null, blank: false };
  const [all, day = '', month = '', year = ''] = match;
  const place = typed
    .slice(0, match.index)
    .replace(/[\s,;:.–-]+$/u, '')
    .replace(/^[\s(]+/u, '');
  const blank = day === '' || month === '' || year.length < 4;
  return {
    place: place === '' ? null : place,
    date: blank ? null : isoDate(year, month, day),
    dateText: all.trim(),
    blank,
  };
}

/** Null for a day that the calendar does not have. */
export function isoDate(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const code = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === code ? code : null;
}
