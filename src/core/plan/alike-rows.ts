import { fold } from '#core/kernel/text.ts';
import type { PlanItem } from './plan-document.ts';

/** Share of words, counted in both rows, from which on two rows are about the same thing. */
const ALIKE = 0.5;

/**
 * Rows of one plan under the ids of the rows of another that they are about, so that two plans can be compared row by row: first rows of the same
 * words, then, within a criterion, those that share the most. Each row has one partner at most; a row without one keeps its id.
 */
export function alikeRows(before: readonly PlanItem[], after: readonly PlanItem[]): PlanItem[] {
  const partners = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (later: PlanItem, earlier: PlanItem): void => {
    if (partners.has(later.id) || taken.has(earlier.id)) return;
    partners.set(later.id, earlier.id);
    taken.add(earlier.id);
  };
  const bySame = new Map<string, PlanItem[]>();
  for (const item of before) bySame.set(keyOf(item), [...(bySame.get(keyOf(item)) ?? []), item]);
  for (const item of after) {
    const same = bySame.get(keyOf(item))?.find(({ id }) => !taken.has(id));
    if (same) pair(item, same);
  }
  const words = new Map([...before, ...after].map((item) => [item, wordsOf(item)]));
  const candidates = after.flatMap((later) =>
    before
      .filter((earlier) => earlier.criterion === later.criterion && !taken.has(earlier.id) && !partners.has(later.id))
      .map((earlier) => ({ later, earlier, share: shared(words.get(later)!, words.get(earlier)!) }))
      .filter(({ share }) => share >= ALIKE),
  );
  for (const { later, earlier } of candidates.toSorted((a, b) => b.share - a.share)) pair(later, earlier);
  return after.map((item) => ({ ...item, id: partners.get(item.id) ?? item.id }));
}

function textOf({ action, need }: PlanItem): string {
  return fold(`${need ?? ''} ${action}`);
}

function keyOf(item: PlanItem): string {
  return `${item.criterion ?? ''}\u0000${textOf(item)}`;
}

function wordsOf(item: PlanItem): ReadonlySet<string> {
  return new Set(textOf(item).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / (one.size + other.size - both);
}
