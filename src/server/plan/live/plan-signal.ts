import type { Kysely } from 'kysely';
import type { Database } from '#server/platform/schema.ts';

/** Ears of this process for one database: whoever wants to hear at once that rows of a plan were changed here. */
const ears = new WeakMap<Kysely<Database>, Map<string, () => void>>();

/** Says that something in a plan was committed by this process. Nobody waits for what follows from it. */
export function signalPlan(db: Kysely<Database>, planId: string): void {
  ears.get(db)?.get(planId)?.();
}

/** One listener a plan. @returns ends the listening */
export function hearPlan(db: Kysely<Database>, planId: string, heard: () => void): () => void {
  const plans = ears.get(db) ?? new Map<string, () => void>();
  ears.set(db, plans);
  plans.set(planId, heard);
  return () => void plans.delete(planId);
}
