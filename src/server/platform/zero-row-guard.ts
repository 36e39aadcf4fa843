import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';

const mayWriteNothing = new WeakSet<QueryId>();

/**
 * Raises `database.no-row-written` when a write touched no row: row-level security answers a forbidden write with silence, and
 * so does a stale version. `ON CONFLICT DO NOTHING` says itself that nothing may happen.
 */
export const zeroRowGuard: KyselyPlugin = {
  transformQuery({ node, queryId }) {
    if (isDoNothing(node)) mayWriteNothing.add(queryId);
    return node;
  },
  async transformResult({ result, queryId }) {
    if (result.numAffectedRows === 0n && !mayWriteNothing.has(queryId)) throw new AppError('database.no-row-written');
    return result;
  },
};

/** Whether a use case met a row that is not there for it, or no longer in the version that it read. */
export function isNoRowWritten(error: unknown): boolean {
  return error instanceof AppError && error.code === 'database.no-row-written';
}

function isDoNothing(node: RootOperationNode): boolean {
  return node.kind === 'InsertQueryNode' && node.onConflict?.doNothing === true;
}
