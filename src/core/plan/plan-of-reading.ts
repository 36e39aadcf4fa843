import type { PlanDocument } from './plan-document.ts';

/** The plan of a reading as it goes on alone: it must know by itself that it follows an older scheme. */
export function planOfReading({ plan, legacyScheme }: { plan: PlanDocument; legacyScheme: boolean }): PlanDocument {
  return legacyScheme ? { ...plan, legacyScheme } : plan;
}
