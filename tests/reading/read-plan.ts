import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce } from './reading-law.ts';

/** Reads blocks set into the plan of an invented school, and holds the law of accounting. */
export function plan(...specs: BlockSpec[]) {
  const reading = readSpecs([...OPENING, ...specs, ...CLOSING]);
  claimsEachParagraphOnce(reading);
  return { reading, plan: reading.plan, items: reading.plan.items };
}
