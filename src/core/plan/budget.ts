import { lines, normalise, plain, squash } from '#core/kernel/text.ts';
import type { Budget } from './plan-document.ts';

const NOTHING =
  /^[\s\-–+*•]*(?:không(?: có| cần| sử dụng| phát sinh| tốn)?(?: kinh phí)?|0(?:\s*(?:đ|đồng|vnđ|vnd))?)\s*\.?$/u;
const MONEY =
  /(?<![\d.,/])(\d{1,3}(?:[.,\s]\d{3})+|\d+(?:[.,]\d+)?)\s*(tỷ|tỉ|ty|triệu|trieu|tr|nghìn|nghin|ngàn|ngan|trăm nghìn|k)?(\s*(?:rưỡi|(\d)(?!\d)))?\s*(?:\/\S+\s*)?(đồng|dong|vnđ|vnd|đ)?(?![\p{L}\d])/giu;
const UNITS: Record<string, number> = {
  tỷ: 1e9,
  tỉ: 1e9,
  ty: 1e9,
  triệu: 1e6,
  trieu: 1e6,
  tr: 1e6,
  'trăm nghìn': 1e5,
  nghìn: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  ngàn: 1e3,
  k: 1e3,
};
const SOURCE =
  /(?:(?:từ|bằng|trích(?: từ)?|lấy từ|do|nguồn(?: kinh phí)?)\s*:?\s*)?((?:nguồn\s+)?(?:kinh phí\s+)?(?:ngân sách|ns\b|nsnn|quỹ|tài trợ|xã hội h[oó][aá]|xhh|ngan sach|tai tro|xa hoi hoa|phu huynh|học phí|phụ huynh|cha mẹ|mạnh thường quân|nhà hảo tâm|công đoàn|chi thường xuyên|chi hoạt động|tự chủ|vận động|đóng góp|hỗ trợ|cấp trên|ubnd|dự án|đề án|chương trình mục tiêu|nguồn thu|bán trú|tiết kiệm chi|mua sắm)[^\n;]*)/iu;

/**
 * A budget cell: the amount in đồng and where the money comes from. "Không", "Không có" is 0; "Tuỳ tình hình thực tế" says
 * neither. Several amounts in one cell are added up unless one of them is their total.
 */
export function parseBudget(text: string | null): Budget {
  if (text === null || squash(text) === '') return { text: null, amount: null, source: null };
  const typed = normalise(text).trim();
  if (NOTHING.test(plain(typed).normalize('NFC'))) return { text: typed, amount: 0, source: null };
  const found = amountsIn(typed);
  const total = found.find((money) => /(?:tổng(?: cộng| số)?|cộng)\s*:?\s*$/iu.test(typed.slice(0, money.index)));
  const amount = total?.amount ?? (found.length > 0 ? sumOf(found) : null);
  return { text: typed, amount, source: sourceIn(typed, found) };
}

/** All amounts together; "50 triệu (ngân sách 30 triệu, xã hội hóa 20 triệu)" says its sum itself, in front or behind. */
function sumOf(found: readonly Money[]): number {
  const sum = found.reduce((all, money) => all + money.amount, 0);
  const said = [found[0]!.amount, found.at(-1)!.amount];
  return found.length > 2 && said.includes(sum / 2) ? sum / 2 : sum;
}

interface Money {
  amount: number;
  index: number;
  end: number;
}

/** "5.000.000đ", "5 triệu đồng", "1,5 triệu", "2 tỷ rưỡi": a bare number counts only when it is a line of its own or grouped. */
function amountsIn(text: string): Money[] {
  const alone = lines(text);
  return [...text.matchAll(MONEY)].flatMap((match) => {
    const [all, digits = '', word, extra, tenth, currency] = match;
    const unit = word ? (UNITS[word.toLowerCase()] ?? 1) : 1;
    const grouped = /^\d{1,3}(?:[.,\s]\d{3})+$/.test(digits) && !word;
    if (!word && !currency && !(grouped && digits.length >= 7) && !alone.includes(digits)) return [];
    if (!word && !currency && Number(digits) < 10_000) return [];
    // "000đ" is the rest of a sum whose beginning is not there.
    if (/^0\d{2}$/.test(digits)) return [];
    const value = grouped ? Number(digits.replace(/[.,\s]/g, '')) : Number(digits.replace(/\s/g, '').replace(',', '.'));
    const part = extra ? (tenth ? Number(tenth) / 10 : 0.5) : 0;
    return [{ amount: Math.round((value + part) * unit), index: match.index, end: match.index + all.length }];
  });
}

/** The words that name a source, without the amount and without "Kinh phí từ". */
function sourceIn(text: string, amounts: readonly Money[]): string | null {
  let rest = text;
  for (const money of amounts.toReversed()) rest = `${rest.slice(0, money.index)} ${rest.slice(money.end)}`;
  const match = SOURCE.exec(squash(rest).replace(/\s+(?=[,;)])/g, ''));
  const source = match?.[1]?.replace(/^(?:nguồn\s+)?kinh phí\s+(?:từ\s+)?/iu, '').replace(/[\s.,:()\-–]+$/u, '');
  return source === undefined || source === '' ? null : source;
}
