import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of words that both texts have, or only one of them. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A line of two texts: the same in both, in one only, or changed in words. */
export type LineChange =
  | { kind: 'same' | 'removed' | 'added'; text: string }
  | { kind: 'changed'; before: string; after: string; words: WordChange[] };

/** What became of a text, word by word. Texts that share nothing come back as one removal and one addition. */
export function compareWords(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** What became of a list of lines. A line taken out where another comes in is one changed line if they share words. */
export function compareLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  let removed: string[] = [];
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      removed = part.value;
    } else if (part.added) {
      changes.push(...pairedLines(removed, part.value));
      removed = [];
    } else {
      changes.push(...only('removed', removed), ...only('same', part.value));
      removed = [];
    }
  }
  return [...changes, ...only('removed', removed)];
}

function only(kind: 'same' | 'removed' | 'added', lines: readonly string[]): LineChange[] {
  return lines.map((text) => ({ kind, text }));
}

function pairedLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const together = Math.min(before.length, after.length);
  const pairs = after.slice(0, together).flatMap((line, index) => pairOf(before[index]!, line));
  return [...pairs, ...only('removed', before.slice(together)), ...only('added', after.slice(together))];
}

function pairOf(before: string, after: string): LineChange[] {
  const words = compareWords(before, after);
  const kept = words.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0);
  return kept * 3 > Math.max(before.length, after.length)
    ? [{ kind: 'changed', before, after, words }]
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
}
