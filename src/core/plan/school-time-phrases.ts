import { datedPhraseAt, NOTHING } from './school-time-range.ts';
import type { Looseness } from './school-time-points.ts';
import type { TimeContext } from './school-time-moment.ts';
import { rhythmAt } from './school-time-rhythm.ts';
import { matchAt, sticky } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';
import type { TimeReading } from './school-time.ts';

/** One recognised piece of time, from `index` to `end` of the text. */
export interface Phrase {
  kind: 'dates' | 'deadline' | 'rhythm' | 'condition';
  reading: TimeReading;
  index: number;
  end: number;
}

const CONDITION = sticky(
  '(?:ngay )?(?:sau khi|truoc khi(?! (?:ket thuc|het)(?![a-z]))|khi|neu (?:co|duoc|can)|tuy_(?:theo|vao|thuoc|tinh hinh|dieu kien|thuc te)|theo (?:ke hoach|lich|cong van|chi dao|su chi dao|yeu cau|huong dan|thuc te|nhu cau|tinh hinh|dieu kien|thong bao))(?![a-z0-9])',
);
/** In a cell a condition runs to its bracket or stop, or to the line on which another time begins. */
const CELL_CONDITION_END =
  /[);.]|\n\s*(?:-\s*)?(?:tu\s|thang\s|nam\s|den\s|hoc k|hk|ca nam|quy\s|thuc hien|hang\s|\d)|$/g;
/** In a sentence it ends where the clause does, or where somebody begins to act. */
const SENTENCE_CONDITION_END =
  /[,;.)]|\s(?:nha truong|hieu truong|pho hieu truong|ban giam hieu|bgh|to chuyen mon|giao vien|cac to|thi)(?![a-z])|$/g;
/** An occasion, not a date: "họp phụ huynh đầu năm", "trong buổi họp đầu năm". */
const OCCASION = /(?:hop|hoi nghi|dai hoi|phu huynh|buoi le|ngay le|khao sat|hoi thao)\s+$/;

/** First letters of everything the grammar knows, where a word begins: most words of a sentence are passed over without trying it. */
const BEGINNING =
  /(?<![a-z0-9/])(?:\d|ngay|it\s|mot|hai|ba\s|bon|nam|moi|hang|tung|trong|theo|dinh|dau|cuoi|giua|chia|sau|khi|neu|tuy|bat|ke\s|tu|den|cho|toi|keo|xong|hoan|truoc|cham|muon|khong\s+(?:muon|cham|tre|qua)|deadline|han|thoi|ket|het|ca|suot|toan|nua|t\s*\d|thang|hoc|hk|quy|q[i1-4]|giai|dip|nghi|vao|he)/g;

function beginning(folded: string, from: number): number | null {
  BEGINNING.lastIndex = from;
  return BEGINNING.exec(folded)?.index ?? null;
}

/** All pieces of time in the text, in order, not overlapping. */
export function phrasesIn(text: TimeText, how: Looseness, context: TimeContext): Phrase[] {
  const found: Phrase[] = [];
  let at = beginning(text.folded, 0);
  while (at !== null) {
    const phrase = isWeek(text, at) ? null : phraseAt(text, at, how, context);
    if (phrase) found.push(phrase);
    at = beginning(text.folded, Math.max(at + 1, phrase?.end ?? 0));
  }
  return found;
}

/** "tuần 5-8" counts weeks of the year of studies, no months. */
function isWeek({ folded }: TimeText, at: number): boolean {
  return /^\d{1,2}(?![\d/])/.test(folded.slice(at, at + 3)) && WEEKS.test(folded.slice(0, at).slice(-LONGEST_WEEKS));
}

const WEEKS = /(?<![a-z])tuan\s+(?:(?:thu|le|so)\s+)?(?:\d{1,2}\s*(?:[,;&-]|va|den)\s*(?:tuan\s+)?)*$/;
const LONGEST_WEEKS = 40;

export function phraseAt(text: TimeText, at: number, how: Looseness, context: TimeContext): Phrase | null {
  const rhythm = rhythmAt(text, at);
  if (rhythm && isToned(text, at, rhythm.end)) {
    return { kind: 'rhythm', reading: { ...NOTHING, recurrence: rhythm.recurrence }, index: at, end: rhythm.end };
  }
  const condition = conditionAt(text, at, how);
  if (condition) return condition;
  const dated = datedPhraseAt(text, at, how, context);
  if (!dated || isOccasion(text, at) || !isToned(text, at, dated.end)) return null;
  return { kind: dated.deadline ? 'deadline' : 'dates', reading: dated.reading, index: at, end: dated.end };
}

function conditionAt(text: TimeText, at: number, how: Looseness): Phrase | null {
  if (/[a-z0-9]/.test(text.folded.charAt(at - 1))) return null;
  const match = matchAt(CONDITION, text.folded, at);
  if (!match) return null;
  const stop = how === 'cell' ? CELL_CONDITION_END : SENTENCE_CONDITION_END;
  stop.lastIndex = at + match[0].length;
  const end = stop.exec(text.folded)?.index ?? text.folded.length;
  const condition = text.typed.slice(at, end).replace(/\s+/g, ' ').trim();
  return { kind: 'condition', reading: { ...NOTHING, condition }, index: at, end };
}

function isOccasion(text: TimeText, at: number): boolean {
  return (
    /^(?:dau|cuoi|giua) nam/.test(text.folded.slice(at).replace(/\s+/g, ' ')) &&
    OCCASION.test(text.folded.slice(0, at).replace(/\s+/g, ' '))
  );
}

/** Matching is blind to tones, so "mới nắm" would be "mỗi năm" and "theo quy định" a quarter: a tone that is typed must be right. */
const TONED: Record<string, RegExp> = {
  nam: /^năm$/,
  quy: /^(?:qu[ýí]|qúy)$/,
  moi: /^mỗi$/,
  hang: /^h[àằ]ng$/,
  tung: /^từng$/,
  thang: /^(?:th[áă]ng)$/,
  tuan: /^(?:tuần|tùân)$/,
  tu: /^từ$/,
  dau: /^đầu$/,
  den: /^(?:đến|dến)$/,
  ca: /^cả$/,
  lan: /^lần$/,
  ngay: /^ngày$/,
  dot: /^đợt$/,
  han: /^hạn$/,
  het: /^hết$/,
  qua: /^quá$/,
  truoc: /^trước$/,
};

function isToned({ typed, folded }: TimeText, start: number, end: number): boolean {
  for (const { 0: word, index } of typed.slice(start, end).matchAll(/\p{L}+/gu)) {
    const bare = folded.slice(start + index, start + index + word.length);
    const said = word.toLowerCase();
    if (said !== bare && TONED[bare]?.test(said) === false) return false;
  }
  return true;
}
