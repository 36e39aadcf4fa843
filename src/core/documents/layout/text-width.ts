import { withRangeBreaks } from './date-ranges.ts';

/**
 * Widths of Times New Roman in thousandths of the size, from the metric-compatible Tinos: letters of one width together. A letter
 * with marks is as wide as its base letter, but ơ and ư, which have widths of their own.
 */
const REGULAR: readonly (readonly [number, string])[] = [
  [180, "'"],
  [200, '|'],
  [250, ' ,.'],
  [278, '/:;\\ijlt'],
  [333, '!()-I[]`fr‘’'],
  [350, '•'],
  [389, 'Js'],
  [408, '"'],
  [444, '?acez“”'],
  [469, '^'],
  [480, '{}'],
  [500, '#$*0123456789_bdghknopquvxyđ–'],
  [529, 'ơ'],
  [541, '~ư'],
  [556, 'FPS'],
  [564, '+<=>'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwĐƠ'],
  [778, '&mƯ'],
  [833, '%'],
  [889, 'M'],
  [921, '@'],
  [944, 'W'],
  [1000, '—…'],
];
const BOLD: readonly (readonly [number, string])[] = [
  [220, '|'],
  [250, ' ,.'],
  [278, "'/\\il"],
  [333, '!()-:;[]`fjt‘’'],
  [350, '•'],
  [389, 'Is'],
  [394, '{}'],
  [444, 'cerz'],
  [500, '#$*0123456789?J_agovxy–“”'],
  [520, '~'],
  [555, 'ơSbdhknpquđ"'],
  [575, '+<=>^'],
  [600, 'ư'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYwĐ'],
  [778, 'GHKOQƠ'],
  [796, 'Ư'],
  [833, '&m'],
  [930, '@'],
  [944, 'M'],
  [1000, '%W—…'],
];

const MM_PER_POINT = 25.4 / 72;
/** Of a letter that is not in the table, such as one of another script: wide, so that nothing overflows. */
const UNKNOWN = 1000;

export interface TextMeasure {
  /** On one line, in mm. */
  length: number;
  /** Of the widest word, in mm: what a column must hold so that none is cut. */
  widest: number;
}

/**
 * Measures a text of `size` points. A word ends at a blank and behind a hyphen that a letter or, between two dates, a day or month follows; the mark of a list is one with
 * the word behind it, from which it is not to be torn.
 */
export function measureText(text: string, size: number, bold = false): TextMeasure {
  const widths = bold ? BOLD_WIDTHS : REGULAR_WIDTHS;
  let length = 0;
  let word = 0;
  let widest = 0;
  let before = '';
  let marked = /^[-–+•] \S/.test(text);
  for (const letter of withRangeBreaks(text)) {
    if (marked && letter === ' ') {
      word += widths.get(letter)!;
      marked = false;
    } else if (BLANKS.includes(letter) || (HYPHENS.includes(before) && /\p{L}/u.test(letter))) {
      if (word > widest) widest = word;
      word = 0;
    }
    const width = widths.get(letter) ?? learn(letter, widths);
    length += width;
    if (!BLANKS.includes(letter)) word += width;
    before = letter;
  }
  const unit = (size / 1000) * MM_PER_POINT;
  return { length: length * unit, widest: Math.max(word, widest) * unit };
}

const BLANKS = ' \t\n\u200B';
const HYPHENS = ['-', '–'];

/** Width of a text on one line in mm. */
export function textWidth(text: string, size: number, bold = false): number {
  return measureText(text, size, bold).length;
}

/** The narrowest width in mm at which the text still takes as few lines as at `width`: lines of about equal length. */
export function balancedWidth(text: string, width: number, size: number, bold = false): number {
  const fewest = linesAt(text, width, size, bold);
  let narrow = measureText(text, size, bold).widest;
  let wide = width;
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2;
    if (linesAt(text, middle, size, bold) > fewest) narrow = middle;
    else wide = middle;
  }
  return wide;
}

/** How many lines the text takes in a column of `width` mm, filled word by word. */
export function linesAt(text: string, width: number, size: number, bold = false): number {
  const blank = textWidth(' ', size, bold);
  return text.split('\n').reduce((lines, typed) => {
    let at = -blank;
    let taken = 1;
    for (const word of typed.split(/[ \t]+/)) {
      const wide = textWidth(word, size, bold);
      if (at + blank + wide <= width || at < 0) at += blank + wide;
      else {
        taken += 1;
        at = wide;
      }
    }
    return lines + taken;
  }, 0);
}

const REGULAR_WIDTHS = tableOf(REGULAR);
const BOLD_WIDTHS = tableOf(BOLD);

function tableOf(rows: readonly (readonly [number, string])[]): Map<string, number> {
  return new Map(rows.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
}

/** Ấ is as wide as A, ở as ơ. Marks and letters without width that stand alone take none. */
function learn(letter: string, widths: Map<string, number>): number {
  const [base = '', ...marks] = letter.normalize('NFD');
  const horn = marks.includes('\u031B');
  const known = widths.get(horn ? `${base}\u031B`.normalize('NFC') : base);
  const width = known ?? (/[\p{M}\p{Cf}\p{Cc}]/u.test(letter) ? 0 : UNKNOWN);
  if (widths.size < MOST_LEARNT) widths.set(letter, width);
  return width;
}

const MOST_LEARNT = 2_000;
