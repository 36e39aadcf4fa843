import type { PlanRow } from '#lib/plan/plan-row.ts';
import type { PendingEdit, SaveResult } from '#lib/plan/save-queue.ts';
import { word } from './words.ts';

/** What came back for a change of one row. */
export type RowAnswer =
  | { kind: 'row'; row: PlanRow }
  | { kind: 'conflict'; row: PlanRow; by: string | null }
  | { kind: 'unreachable' }
  | { kind: 'refused'; sentence: string };

/** Sends JSON to an address of the product. That the line is away is an answer, not an error. */
export async function postRow(address: string, body: object): Promise<RowAnswer> {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    return { kind: 'unreachable' };
  }
  if (answer.status >= 502) return { kind: 'unreachable' };
  if (answer.status === 401) return { kind: 'refused', sentence: word('planTable.signedOut') };
  const result = (await answer.json().catch(() => null)) as {
    row?: PlanRow;
    by?: string | null;
    message?: string;
  } | null;
  if (answer.ok && result?.row) return { kind: 'row', row: result.row };
  if (answer.status === 409 && result?.row) return { kind: 'conflict', row: result.row, by: result.by ?? null };
  return { kind: 'refused', sentence: result?.message ?? word('planTable.refused') };
}

export async function postCell(planId: string, edit: PendingEdit, version: number): Promise<SaveResult> {
  const { itemId, field, text } = edit;
  const answer = await postRow(`/plans/${planId}/items/${itemId}/cell`, { version, field, text });
  return answer.kind === 'row' ? { kind: 'saved', row: answer.row } : answer;
}
