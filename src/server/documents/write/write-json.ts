import type { PlanDocument } from '#core/plan/plan-document.ts';

/** The whole plan as the product keeps it, for other programs. */
export function writeJson(plan: PlanDocument): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`);
}
