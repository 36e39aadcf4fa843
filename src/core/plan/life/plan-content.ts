import { canonicalJson } from '#core/kernel/canonical-json.ts';
import type { PlanDocument } from '../plan-document.ts';

/** All that a plan says, as one text that is the same for the same content: what is approved, kept and hashed. */
export function contentOf(plan: PlanDocument): string {
  return canonicalJson(plan);
}

/** The plan in a content that was kept. */
export function planOfContent(content: string): PlanDocument {
  return JSON.parse(content) as PlanDocument;
}
