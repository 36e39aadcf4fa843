import { fold } from '#core/kernel/text.ts';
import type { DocumentKind } from '../reading.ts';
import { holdsPlanTable } from './plan-tables.ts';
import type { Recognition } from './recognition.ts';
import { namesStrategy } from './strategy-title.ts';
import { holdsTextTable } from './text-table.ts';

const BY_TITLE: [DocumentKind, RegExp][] = [
  [
    'other',
    /bao cao (ket qua )?(thuc hien|so ket|tong ket|tien do).*(cai tien|khac phuc)|(quyet dinh|thong bao).*(thanh lap|phan cong)|ke hoach (trien khai |thuc hien )?(cong tac )?tu danh gia|ke hoach tu kiem tra|ke hoach (kiem tra|giam sat)/,
  ],
  // Papers about a plan: they name it, they are none.
  ['other', /^bao cao (?!.*(tu danh gia|danh gia ngoai)).*(cai tien|khac phuc)/],
  ['other', /^(to trinh|giay moi|phieu|quyet dinh|bien ban (?!.*danh gia ngoai)|cong van).*(cai tien|khac phuc)/],
  ['result-notice', /^(quyet dinh|thong bao|giay chung nhan).*(chung nhan|cong nhan|dat kiem dinh|dat chuan)/],
  [
    'improvement-plan',
    /ke hoach.*(cai tien|khac phuc|nang cao chat luong)|cai tien chat luong|chuong trinh cai tien|phuong an cai tien/,
  ],
  ['result-notice', /(thong bao|quyet dinh|giay chung nhan|cong van).*(ket qua|cong nhan|dat chuan|cong khai)/],
  ['external-evaluation-report', /bao cao.*danh gia ngoai|bien ban.*danh gia ngoai|ket qua (khao sat )?danh gia ngoai/],
  ['self-assessment-report', /bao cao.*tu danh gia|tu danh gia.*bao cao|^tu danh gia/],
];

/** What kind of document this is, from its title; a sheet or a chat without a title is told by what was found in it. */
export function findKind(state: Recognition): void {
  const title = state.plan.title.join(' ');
  const words = fold(title);
  const found = BY_TITLE.find(([, pattern]) => pattern.test(words));
  if (found !== undefined) {
    state.kind = found[0];
    state.kindReason = title;
  } else if (title !== '') {
    // A strategy is taken in as a plan for its rows, whatever it calls itself.
    const planned = namesStrategy(title) && (holdsPlanTable(state) || holdsTextTable(state));
    state.kind = planned ? 'improvement-plan' : 'other';
    state.kindReason = title;
  } else kindByContent(state);
}

const REPORT_HEADINGS = /^(\d\.?\s*)?(mo ta hien trang|diem manh|diem yeu|tu danh gia)\b/;

/** A công văn has no title, but says what it is about or to whom it goes. */
const OFFICIAL_LETTER = /^(v\/v|ve viec|kinh gui)\b/;

function kindByContent(state: Recognition): void {
  const texts = state.flow.flatMap((part) => part.paragraphs.map(({ text }) => text));
  const reports = texts.filter((text) => text.length < 60 && REPORT_HEADINGS.test(fold(text)));
  const sentence = texts.find((text) => /cai tien/.test(fold(text)));
  const letter = texts.slice(0, 15).find((text) => OFFICIAL_LETTER.test(fold(text)));
  if (reports.length >= 3) {
    state.kind = 'self-assessment-report';
    state.kindReason = reports[0]!;
  } else if (letter !== undefined && !looksLikeRows(texts)) {
    state.kindReason = letter;
  } else if (sentence !== undefined || looksLikeRows(texts) || namesCriteria(texts, state)) {
    state.kind = 'improvement-plan';
    state.kindReason = sentence?.slice(0, 120) ?? '';
  }
}

/** A table of what is done, by whom or when, for criteria: no other paper of a school has that. */
function namesCriteria(texts: string[], state: Recognition): boolean {
  return texts.some((text) => /^(ma )?tieu chi\b/.test(fold(text))) && holdsPlanTable(state);
}

/** Rows pasted without any title: criteria or standards, with times and owners named as such. */
function looksLikeRows(texts: string[]): boolean {
  const words = texts.map(fold);
  const has = (pattern: RegExp) => words.some((text) => pattern.test(text));
  return (
    has(/tieu chi \d|tieu chuan \d|can cai tien|diem yeu|han che/) &&
    has(/thoi gian|thoi diem|tien do/) &&
    has(/thuc hien|phu trach|chu tri|giai phap|bien phap/)
  );
}
