import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import type { PlanRow } from '#lib/plan/plan-row.ts';
import type { PendingEdit, SaveResult } from '#lib/plan/save-queue.ts';
import { heardTime } from '../live/server-clock.ts';
import { word } from '../words.ts';

/** Why nothing came of a request: the line is away, or it was refused in words; `signedOut`: it can be had after signing in again. */
export type Failed = { kind: 'unreachable' } | { kind: 'refused'; sentence: string; signedOut?: true };

/** What came back for a change of one row. */
export type RowAnswer = { kind: 'row'; row: PlanRow } | { kind: 'conflict'; row: PlanRow; by: string | null } | Failed;

interface Body {
  row?: PlanRow;
  rows?: PlanRow[];
  by?: string | null;
  message?: string;
}

/** Sends JSON to an address of the product. That the line is away is an answer, not an error. */
async function post(
  address: string,
  content: object,
): Promise<Failed | { kind: 'answer'; status: number; body: Body }> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(content),
    });
    heardTime(answer.headers.get('date'));
    if (answer.status >= 502 && answer.status <= 504) return { kind: 'unreachable' };
    if (answer.status === 401) return { kind: 'refused', sentence: word('planTable.signedOut'), signedOut: true };
    const body = ((await answer.json().catch(() => null)) ?? {}) as Body;
    if (answer.ok || answer.status === 409) return { kind: 'answer', status: answer.status, body };
    return { kind: 'refused', sentence: body.message ?? word('planTable.refused') };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Said here: megabytes are refused before they are read, which looks to a browser as if the line were away. */
function tooLong(): { kind: 'refused'; sentence: string } {
  return { kind: 'refused', sentence: word('planTable.tooLong', { limit: CELL_LIMIT }) };
}

export async function postRow(address: string, content: object): Promise<RowAnswer> {
  const answer = await post(address, content);
  if (answer.kind !== 'answer') return answer;
  const { row, by = null, message } = answer.body;
  if (!row) return { kind: 'refused', sentence: message ?? word('planTable.refused') };
  return answer.status === 409 ? { kind: 'conflict', row, by } : { kind: 'row', row };
}

export async function postCell(planId: string, edit: PendingEdit, version: number): Promise<SaveResult> {
  const { itemId, field, text } = edit;
  if (text.length > CELL_LIMIT) return tooLong();
  const answer = await postRow(`/plans/${planId}/items/${itemId}/cell`, { version: Math.max(version, 1), field, text });
  return answer.kind === 'row' ? { kind: 'saved', row: answer.row } : answer;
}

/** Rows with their words, all or none; sent twice, they are there once. */
export async function postRows(
  planId: string,
  content: { after: string; rows: readonly { id: string; cells: Partial<Record<string, string>> }[] },
): Promise<{ kind: 'rows' } | Failed> {
  const isTooLong = content.rows.some(({ cells }) =>
    Object.values(cells).some((text) => (text ?? '').length > CELL_LIMIT),
  );
  if (isTooLong) return tooLong();
  const answer = await post(`/plans/${planId}/items`, content);
  if (answer.kind !== 'answer') return answer;
  return answer.body.rows
    ? { kind: 'rows' }
    : { kind: 'refused', sentence: answer.body.message ?? word('planTable.refused') };
}
