import { normalise } from '#core/kernel/text.ts';

/** A figure that a requirement names: "ít nhất 80%", "không quá 20 nhóm, lớp", "02 môn thể thao". */
export interface Threshold {
  /** As it stands in the requirement. */
  text: string;
  comparison: 'at-least' | 'at-most' | 'exactly';
  value: number;
  /** Null for a count. */
  unit: '%' | 'years' | null;
  /** It holds for schools in difficult areas only. */
  difficultArea: boolean;
}

const WORDS: Record<string, Threshold['comparison']> = {
  'ít nhất': 'at-least',
  'tối thiểu': 'at-least',
  'không quá': 'at-most',
  'không vượt quá': 'at-most',
  'tối đa': 'at-most',
};

const FIGURE =
  /(?:(ít nhất|tối thiểu|không quá|không vượt quá|tối đa)\s+)?(?<![\d./])(\d+(?:,\d+)?)(?![\d./])\s*(%|năm(?!\p{L}))?/giu;

/**
 * The figures of a requirement in order, to be shown beside the school's own; they warn and do not decide. Numbers that name
 * something (articles, circulars, "trẻ 5 tuổi", "mức 2") are left out. "100%" alone means exactly that; in "ít nhất 90% … và 85%
 * …" the words hold for both.
 */
export function thresholdsIn(requirement: string): Threshold[] {
  const text = normalise(requirement);
  const found: Threshold[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [whole, words, number = '', unit] = match;
    const after = text.slice(match.index + whole.length);
    if ((words === undefined && unit !== '%') || /^\s*tuổi/i.test(after)) continue;
    const continues = /(?:và|,|\/)\s*$/.test(text.slice(0, match.index));
    const carried = continues ? (found.at(-1)?.comparison ?? 'exactly') : 'exactly';
    found.push({
      text: whole.trim(),
      comparison: words === undefined ? carried : (WORDS[words.toLowerCase()] ?? 'exactly'),
      value: Number(number.replace(',', '.')),
      unit: unit === '%' ? '%' : unit === undefined ? null : 'years',
      difficultArea: inDifficultArea(text, match.index),
    });
  }
  return found;
}

/** Inside "(vùng khó khăn …)" or after "vùng khó khăn" in the same clause. */
function inDifficultArea(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const named = before.toLowerCase().lastIndexOf('vùng khó khăn');
  if (named < 0 || /vùng không khó khăn/i.test(before.slice(Math.max(0, named - 10)))) return false;
  return !/[;)]/.test(before.slice(named));
}
