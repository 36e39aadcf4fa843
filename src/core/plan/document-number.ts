import { squash } from '#core/kernel/text.ts';

export interface DocumentNumber {
  /** "97/KH-CX", blanks taken out, a lost slash put back; null when the number is left open or there is none. */
  number: string | null;
  /** "KH-CX"; null when the line has none. */
  symbol: string | null;
  /** The number is left open: "Số: /KH-MNLH", "Số: ….../KH-CX". */
  blank: boolean;
}

const LINE = /(?:số|sô)?\s*:?\s*([\d\s]*[a-z]?|[\s.…_]*)\s*\/\s*([\p{L}\d][\p{L}\d&.\-–/ ]*)/iu;

/** "Số: 87KH-THCS", "Số 87-KH-THCS": the slash was forgotten, or lost in a scan. */
const WITHOUT_SLASH =
  /^(?:số|sô)\s*:?\s*(\d{1,5})\s*[-–|lI\\]?\s*((?:KH|QĐ|BC|CV|TB|HD|CTr|ĐA|ĐH|CL)[-–][\p{Lu}\d&.\-–]+)$/u;

/** The number line of a letterhead, "Số: 97 /KH-CX". */
export function parseNumberLine(text: string): DocumentNumber {
  const typed = squash(text);
  const [, plainDigits, plainSymbol] = WITHOUT_SLASH.exec(typed.replace(/^số/i, 'số')) ?? [];
  if (plainDigits !== undefined && plainSymbol !== undefined)
    return { number: `${plainDigits}/${plainSymbol}`, symbol: plainSymbol, blank: false };
  const match = LINE.exec(typed);
  if (!match) return { number: null, symbol: null, blank: /^số\s*:?[\s.…_/]*$/iu.test(typed) };
  const digits = (match[1] ?? '').replace(/[\s.…_]/g, '');
  const symbol =
    (match[2] ?? '')
      .replace(/\s*([-–/&])\s*/g, '$1')
      .split(' ')[0]
      ?.replace(/[.\-–/]+$/u, '') ?? '';
  return { number: digits === '' ? null : `${digits}/${symbol}`, symbol, blank: digits === '' };
}
