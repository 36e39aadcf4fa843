import { paragraphsOf } from '#core/documents/block.ts';
import { CLOSING, OPENING, blocksOf, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, keepsTheWordsOfItems } from './reading-law.ts';

/** Reads blocks set into the plan of an invented school, and holds the laws of accounting. */
export function plan(...specs: BlockSpec[]) {
  const all = [...OPENING, ...specs, ...CLOSING];
  const reading = readSpecs(all);
  const texts = new Map([...paragraphsOf(blocksOf(all).blocks)].map(({ id, text }) => [id, text]));
  claimsEachParagraphOnce(reading);
  keepsTheWordsOfItems(reading, (id) => texts.get(id) ?? '');
  return { reading, plan: reading.plan, items: reading.plan.items };
}
