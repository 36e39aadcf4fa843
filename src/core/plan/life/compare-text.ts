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

/** Most words taken out and put in for which two texts are compared; the work grows with its square. */
const MOST_EDITS = 400;
/** As many texts may differ that much before each is given less. */
const TEXTS_IN_FULL = 50;
/** Most lines taken out and put in. */
const MOST_LINES = 1000;

/** How far each of so many texts is compared, so that the whole takes no longer however many there are. */
export function mostEdits(texts: number): number {
  return Math.floor(MOST_EDITS * Math.min(1, Math.sqrt(TEXTS_IN_FULL / texts)));
}

/**
 * What became of a text, word by word. Texts that share nothing, or differ in more words than `most`, come back as one removal and one
 * addition: nobody reads hundreds of changes between the words of one cell, and finding them would hold up everybody.
 */
export function compareWords(before: string, after: string, most = MOST_EDITS): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: most });
  if (parts === undefined) return pair(before, after);
  const changes: WordChange[] = [];
  let [removed, added] = ['', ''];
  for (const [index, { value, ...part }] of parts.entries()) {
    const isBetween = value.trim() === '' && removed + added !== '' && index + 1 < parts.length;
    if (!part.added && !part.removed && !isBetween) {
      changes.push(...pair(removed, added), { kind: 'same', text: value });
      [removed, added] = ['', ''];
      continue;
    }
    // Blanks alone between two changes belong to both, so that a rewritten phrase is read as one.
    if (!part.added) removed += value;
    if (!part.removed) added += value;
  }
  return [...changes, ...pair(removed, added)];
}

/** First what was taken out, then what came in. */
function pair(removed: string, added: string): WordChange[] {
  return [
    { kind: 'removed' as const, text: removed },
    { kind: 'added' as const, text: added },
  ].filter(({ text }) => text !== '');
}

/** What became of a list of lines. A line taken out where another comes in is one changed line if they share words. */
export function compareLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const changes: LineChange[] = [];
  let removed: string[] = [];
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_LINES });
  for (const part of parts ?? [
    { removed: true, added: false, value: [...before] },
    { removed: false, added: true, value: [...after] },
  ]) {
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
  const most = mostEdits(together);
  const pairs = after.slice(0, together).flatMap((line, index) => pairOf(before[index]!, line, most));
  return [...pairs, ...only('removed', before.slice(together)), ...only('added', after.slice(together))];
}

function pairOf(before: string, after: string, most: number): LineChange[] {
  const words = compareWords(before, after, most);
  const kept = words.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.trim().length : sum), 0);
  return kept * 3 > Math.max(before.length, after.length)
    ? [{ kind: 'changed', before, after, words }]
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
}
