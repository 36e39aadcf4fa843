/** Widths of letters compared with each other, about as in Times and Arial alike; a mark above or below changes nothing. */
const CLASSES: readonly (readonly [letters: string, width: number])[] = [
  ["ijl.,;:'|!’", 0.28],
  ['ftrI()[]/-" “”', 0.34],
  ['sJ', 0.39],
  ['aceyzvkx', 0.46],
  ['mMW', 0.83],
  ['w–', 0.7],
  ['—…', 1],
  ['ABCĐDEFGHKLNOPQRSTUVXYZ', 0.67],
];
const OTHER = 0.5;
const KNOWN = new Map(CLASSES.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/** The part of a line's width that one of its words takes, 0-1: counting letters alone is wrong by half for "Khoa" and "lý". */
export function shareOfWidth(word: string, line: string): number {
  return Math.min(1, widthOf(word) / Math.max(OTHER, widthOf(line)));
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += KNOWN.get(letter) ?? learn(letter);
  return width;
}

function learn(letter: string): number {
  const [base = letter] = letter.normalize('NFD');
  const combining = /^\p{M}$/u.test(letter);
  const width = combining ? 0 : (KNOWN.get(base) ?? OTHER);
  if (KNOWN.size < 4096) KNOWN.set(letter, width);
  return width;
}
