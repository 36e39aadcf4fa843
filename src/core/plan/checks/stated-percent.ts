/** A percentage beside the counts it is taken from: "18/27 - Tỷ lệ: 66,3%" or "92% (23/25)". */
export interface StatedPercent {
  quote: string;
  part: number;
  whole: number;
  /** As typed, "66,3". */
  percent: string;
}

const BEHIND = /(?<percent>\d{1,3}(?:[.,]\d+)?)\s*%\s*\(\s*(?<part>\d{1,4})\s*\/\s*(?<whole>\d{1,4})(?![\d/])/gu;
/** Between them no other number, but for the level: "16/20 tiêu chí đạt Mức 3 (80%)". */
const BEFORE =
  /(?<![\d/.,])(?<part>\d{1,4})\s*\/\s*(?<whole>\d{1,4})(?![\d/])(?:[^\d;.%]{0,60}?|[^\d;.%]{0,40}đạt\s+mức\s+(?:độ\s+)?[1-4]\s*(?:\(|[,:–-]?\s*(?:chiếm|đạt|t[ỷỉ] lệ)[\s:]*)\s*)(?<percent>\d{1,3}(?:[.,]\d+)?)\s*%/giu;

/** Dates ("5/2021") and impossible counts are left out. */
export function statedPercents(text: string): StatedPercent[] {
  const found: StatedPercent[] = [];
  const rest = text.replace(BEHIND, (quote, percent: string, part: string, whole: string) => {
    found.push({ quote, percent, part: Number(part), whole: Number(whole) });
    return ';'.repeat(quote.length);
  });
  for (const match of rest.matchAll(BEFORE)) {
    const { percent = '', part, whole } = match.groups ?? {};
    found.push({ quote: match[0], percent, part: Number(part), whole: Number(whole) });
  }
  return found.filter(({ part, whole }) => whole > 0 && part <= whole && !(whole >= 1900 && whole <= 2100));
}

/** What the counts give, rounded to as many decimals as were typed: 18/27, "66,3" -> "66,7". */
export function rightPercent(part: number, whole: number, typed: string): string {
  return ((part / whole) * 100).toFixed(decimalsOf(typed)).replace('.', typed.includes('.') ? '.' : ',');
}

/** Half a unit of the last decimal either way, so both roundings of an exact half pass. */
export function percentFits(part: number, whole: number, typed: string): boolean {
  const exact = (part / whole) * 100;
  return Math.abs(Number(typed.replace(',', '.')) - exact) <= 0.5 * 10 ** -decimalsOf(typed) + 1e-9;
}

function decimalsOf(typed: string): number {
  return /[.,](\d+)$/.exec(typed)?.[1]?.length ?? 0;
}
