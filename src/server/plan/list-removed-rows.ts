import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findRemoved, type RemovedRow } from './item-store.ts';

/** As many as fit into one header of an answer. */
const MOST = 12;

/** Rows that were taken out of a plan, the last one first, each with who did it: for a page that was not told so when it happened. */
export async function listRemovedRows(context: Context, options: { planId: string }): Promise<RemovedRow[]> {
  requirePermission(context, 'plan.view');
  return inSchool(context.db, context.schoolId, (trx) => findRemoved(trx, options.planId, MOST));
}
