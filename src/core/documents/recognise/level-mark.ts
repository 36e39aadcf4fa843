import { fold } from '#core/kernel/text.ts';
import type { GridRow } from './grid.ts';
import { flatText } from './grid.ts';

const LEVEL = /^(?:(?:can |da |phan dau )?dat )?(?:muc(?: do)? ?)?([1-4]|i{1,3}|iv)$/;
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

/**
 * The level of a column that is ticked where a row is about it: 2 for "Mức 2", or for "2" under "Đạt mức"; null for any other
 * header. `texts` from the top row of the header to the lowest.
 */
export function levelOfHeader(texts: readonly string[]): number | null {
  const typed = texts.at(-1) ?? '';
  if (typed.length > 20) return null;
  const found = LEVEL.exec(fold(typed))?.[1];
  if (found === undefined || !texts.some((text) => /\bmuc\b/.test(fold(text)))) return null;
  return ROMAN[found] ?? Number(found);
}

const TICK = /^(?:[xv+þü✓✔√☑☒✗✘●•]|\(x\)|co|dat|d)$/iu;
/** A dash, a nought or an empty box says "not here". */
const BLANK = /^[-–—_.0/☐□\s]*$/u;

/**
 * The levels that a row ticks in columns of their own, and words that stand there instead of a tick ("Không đạt"), each behind the
 * name of its column. `levels` by grid column.
 */
export function tickedLevels(row: GridRow, levels: readonly (number | null)[]): { levels: number[]; words: string[] } {
  const ticked = new Set<number>();
  const words: string[] = [];
  for (const [column, level] of levels.entries()) {
    const cell = row.cells[column] ?? null;
    if (level === null || cell === null) continue;
    const text = flatText(cell);
    if (TICK.test(fold(text))) ticked.add(level);
    else if (!BLANK.test(text) && !row.fromAbove.has(column)) words.push(`Mức ${level}: ${text}`);
  }
  return { levels: [...ticked].sort(), words };
}
