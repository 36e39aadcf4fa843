import { matchAt, sticky } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';

export interface Rhythm {
  /** As `TimeReading.recurrence` lists them. */
  recurrence: string;
  end: number;
}

const COUNT = '(\\d{1,2}|mot|hai|ba|bon|nam)';
const UNIT = '(tuan|thang|quy(?! (?:dinh|che|trinh|mo|hoach|tac))|hoc_k[iy]|hk|nam hoc|nam|ngay)(?![a-z0-9])';
const NUMBERS: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5 };
const ENGLISH: Record<string, string> = {
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
  quy: 'quarter',
  nam: 'year',
  'nam hoc': 'school year',
};
const ADVERB: Record<string, string> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  term: 'termly',
  year: 'yearly',
  'school year': 'yearly',
};

/** "trong năm học" without a year belongs to the rhythm: it names no dates of its own. */
const OF_THE_YEAR = '(?: trong (?:suot |ca |toan )?nam(?: hoc)?(?!_:?_\\d)(?![a-z0-9]))?';

/** "từng tháng, cuối học kỳ, cuối năm học": the finest rhythm comes first and speaks for the list. */
const AND_OTHERS =
  '(?:_,_(?:va )?(?:(?:hang|moi|tung|dau|cuoi|giua) )*(?:hoc_k[iy]|hk|nam hoc|nam|quy|tuan|thang)(?![a-z0-9])(?!_:?_(?:\\d|i{1,3}(?![a-z]))))*';

const PATTERNS: { pattern: RegExp; read: (match: RegExpExecArray) => string }[] = [
  {
    pattern: sticky(`(?:it nhat (?:la )?)?${COUNT} lan_(?:/|tren|trong|moi)?_(?:mot |moi |1 )?${UNIT}`),
    read: (m) => times(m[1], m[2]),
  },
  {
    pattern: sticky(
      `(?:moi|mot|1|hang|tung|trong) (?:mot )?${UNIT}(?:[^.;\\d]{0,60}?)(?: it nhat(?: la)?)? ${COUNT} lan(?![a-z])`,
    ),
    read: (m) => times(m[2], m[1]),
  },
  {
    pattern: sticky(`(?:dinh k[iy] |cu )?${COUNT} ${UNIT}_(?:/_(?:1 |mot )?|mot |1 )lan(?![a-z])`),
    read: (m) => every(m[1], m[2]),
  },
  {
    pattern: sticky(
      `(?:theo )?(?:dinh k[iy] )?(?:hang|moi|tung|theo|dinh k[iy])(?: (?:hang|moi|tung))? ${UNIT}${AND_OTHERS}${OF_THE_YEAR}`,
    ),
    read: (m) => adverb(m[1]),
  },
  {
    pattern: sticky(`(?:dau|cuoi|giua) (?:moi |cac |tung )(hoc_k[iy]|hk|thang|tuan|quy|nam hoc|nam)(?![a-z0-9])`),
    read: (m) => adverb(m[1]),
  },
  {
    pattern: sticky('(?:theo (?:tung )?dot|tung dot|chia (?:lam |thanh )?(?:nhieu )?dot)(?![a-z])'),
    read: () => 'in rounds',
  },
];

/** A rhythm at `at`: "hàng tháng", "2 lần/năm", "một năm học … ít nhất 3 lần", "theo đợt"; null for none. */
export function rhythmAt(text: TimeText, at: number): Rhythm | null {
  if (/[a-z0-9]/.test(text.folded.charAt(at - 1))) return null;
  for (const { pattern, read } of PATTERNS) {
    const match = matchAt(pattern, text.folded, at);
    if (match) return { recurrence: read(match), end: at + match[0].length };
  }
  return null;
}

function unit(folded: string | undefined): string {
  const word = (folded ?? '').replace(/\s+/g, ' ');
  return ENGLISH[word] ?? 'term';
}

function adverb(folded: string | undefined): string {
  return ADVERB[unit(folded)] ?? 'yearly';
}

function number(text: string | undefined): number {
  return NUMBERS[text ?? ''] ?? Number(text);
}

function times(count: string | undefined, per: string | undefined): string {
  return number(count) === 1 ? adverb(per) : `${number(count)} per ${unit(per)}`;
}

function every(count: string | undefined, per: string | undefined): string {
  const n = number(count);
  if (n === 1) return adverb(per);
  return n === 3 && unit(per) === 'month' ? 'quarterly' : `every ${n} ${unit(per)}s`;
}
