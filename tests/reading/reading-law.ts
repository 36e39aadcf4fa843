import { expect } from 'vitest';
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

function* sectionsOf(sections: Reading['plan']['sections']): Generator<Reading['plan']['sections'][number]> {
  for (const section of sections) {
    yield section;
    yield* sectionsOf(section.children);
  }
}

export function unreadOf(reading: Reading): string[] {
  return reading.uses.flatMap((each) => (each.as === 'unread' ? [each.text] : []));
}
