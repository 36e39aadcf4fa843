import {
  endsSentence,
  joinWrapped,
  startsLowerCase,
  startsParagraph,
  wantsNumber,
} from '#core/documents/blocks-lines.ts';

/** Wider lines than this were not wrapped by anybody. */
const WIDEST = 115;
const NARROWEST = 40;

/**
 * Joins the lines of a text that was wrapped at a fixed width, blank lines between them or not (text copied out of a PDF has
 * them). Text with any long line is left alone: there each line is a paragraph.
 */
export function joinHardWrapped(lines: readonly string[]): string[] {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  const width = wrapWidth(filled);
  if (width === null) return filled;
  const joined: string[] = [];
  let previous = '';
  for (const line of filled) {
    if (continues(previous, line, width)) joined[joined.length - 1] = joinWrapped(joined.at(-1) ?? '', line);
    else joined.push(line);
    previous = line;
  }
  return joined;
}

/** The width at which at least a quarter of all prose lines stop, or null when the text was not wrapped. */
function wrapWidth(lines: readonly string[]): number | null {
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  if (lines.length < 8 || longest > WIDEST || longest < NARROWEST) return null;
  const full = lines.filter((line) => line.length > 0.8 * longest);
  const runsOn = full.filter((line) => !endsSentence(line));
  return full.length >= 5 && runsOn.length > full.length / 2 ? longest : null;
}

/** "Thời gian: …", "Người thực hiện: …" each begin a line. */
const LABELLED = /^\p{Lu}[\p{L}\s,/]{2,40}:\s/u;

function continues(above: string, below: string, width: number): boolean {
  if (above === '') return false;
  if (wantsNumber(above) && /^\d/.test(below)) return true;
  if (endsSentence(above) || startsParagraph(below) || LABELLED.test(below)) return false;
  if (startsLowerCase(below)) return true;
  return above.length > 0.8 * width && !isCapitals(below) && !isCapitals(above);
}

function isCapitals(line: string): boolean {
  return !/\p{Ll}/u.test(line);
}
