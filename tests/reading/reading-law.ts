import { expect } from 'vitest';
import { fieldOfHeader } from '#core/documents/recognise/column-field.ts';
import type { Reading } from '#core/documents/reading.ts';

/** The law of accounting: paragraphs 1, 2, 3 … each have exactly one use, and items name only paragraphs that are used. */
export function claimsEachParagraphOnce(reading: Reading): void {
  const ids = reading.uses.map(({ paragraph }) => paragraph);
  expect(ids).toEqual(ids.map((_, index) => index + 1));
  const used = new Set(reading.uses.filter((each) => each.as === 'used').map(({ paragraph }) => paragraph));
  for (const item of reading.plan.items) {
    expect(item.paragraphs.length).toBeGreaterThan(0);
    for (const id of item.paragraphs) expect(used.has(id)).toBe(true);
  }
  const holders = [...sectionsOf(reading.plan.sections)].filter(({ role }) => role === 'items');
  expect(holders).toHaveLength(reading.plan.items.length > 0 ? 1 : 0);
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Nothing that an item was read from is lost on the way: each word of its paragraphs stands in one of its fields, but for the number
 * of a row and the names of facts and columns ("Thời gian:", "Mức 2").
 */
export function keepsTheWordsOfItems(reading: Reading, textOf: (paragraph: number) => string): void {
  for (const item of reading.plan.items) {
    const kept = new Set(JSON.stringify(item).replaceAll('\\n', ' ').toLowerCase().match(WORD));
    for (const id of item.paragraphs) {
      const text = textOf(id).toLowerCase();
      if (isNameOfFact(text)) continue;
      const fact = text.replace(/^[\s*+–-]*(?:mục )?\d{1,2}[.)]\s/u, '').replace(/[\p{L} ,/()]{2,40}:\s/gu, ' ');
      for (const word of fact.match(WORD) ?? []) expect(kept, `"${text}" of ${item.id}`).toContain(word);
    }
  }
}

/** A number, a level or standard by its number alone, or a name without a value. */
function isNameOfFact(text: string): boolean {
  return (
    /^[\divx.,)(]*$/.test(text) ||
    /^(mức|tc)[\s\d,]*$|^(tiêu chuẩn\s*)?\d([.:)]|$)/.test(text) ||
    fieldOfHeader(text) !== null
  );
}

function* sectionsOf(sections: Reading['plan']['sections']): Generator<Reading['plan']['sections'][number]> {
  for (const section of sections) {
    yield section;
    yield* sectionsOf(section.children);
  }
}

export function unreadOf(reading: Reading): string[] {
  return reading.uses.flatMap((each) => (each.as === 'unread' ? [each.text] : []));
}
