import { median, type Rect } from './blocks-geometry.ts';
import { startsParagraph } from './blocks-lines.ts';
import { columnOf, isBrokenEarly } from './blocks-paragraphs.ts';
import type { TextLine } from './blocks-text-lines.ts';

/** Lines one below the other, and the room in which they stand. */
export interface Stack {
  lines: readonly TextLine[];
  room: Rect;
}

interface Step {
  /** Distance of the baselines, in font sizes. */
  size: number;
  /** The line below surely begins something, whatever the distance. */
  begins: boolean;
}

/** Distances nearer to each other are the same. */
const SAME = 0.12;
/** Nearer than one size stand lines of neighbouring columns; further apart headings, and lines with a blank one between them. */
const WIDEST = 2.6;
/** As many distances must be seen before they tell anything. */
const ENOUGH = 6;
/** Share of all lines. */
const RARE = 0.02;

/**
 * Where a text leaves a little more room between paragraphs than between lines: the distance of baselines, in font sizes, above
 * which a line begins a paragraph, however it looks; null when the text does not do so throughout. `undefined` when there are too few
 * lines to tell.
 */
export function paragraphGap(stacks: readonly Stack[]): number | null | undefined {
  const steps = stacks.flatMap(stepsOf);
  if (steps.length < ENOUGH) return undefined;
  const sizes = steps.map((step) => step.size).sort((a, b) => a - b);
  // The least distance that is seen twice: a table of one-line cells has few lines that follow each other inside a paragraph. In a long
  // text, two lines of its letterhead say nothing.
  const often = Math.max(1, Math.floor(RARE * sizes.length));
  const tight = sizes.find((size, index) => (sizes[index + often] ?? Infinity) < size + SAME) ?? sizes[0]!;
  const inside = steps.filter((step) => step.size < tight + SAME);
  const beyond = steps.filter((step) => step.size >= tight + SAME);
  if (beyond.length < 2 || inside.length < 2) return undefined;
  const wide = median(beyond.map((step) => step.size));
  const clear = beyond.filter((step) => step.size > tight + 0.6 * (wide - tight));
  const startsInside = inside.filter((step) => step.begins).length;
  const consistent =
    clear.length > 0.85 * beyond.length && startsInside <= Math.max(0.1 * beyond.length, 0.03 * inside.length);
  return consistent ? (Math.min(...clear.map((step) => step.size)) + tight) / 2 : null;
}

function stepsOf({ lines, room }: Stack): Step[] {
  if (lines.length < 2) return [];
  const column = columnOf(lines, room);
  return lines.slice(1).flatMap((line, index): Step[] => {
    const above = lines[index]!;
    const size = (line.baseline - above.baseline) / above.size;
    if (Math.abs(line.size - above.size) > 0.5 || size < 1 || size > WIDEST) return [];
    const marked = startsParagraph(line.text) && /[.;!?]$/.test(above.text);
    return [{ size, begins: marked || isBrokenEarly(above, line, column, 1.5) }];
  });
}
