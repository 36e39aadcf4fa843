import { EDITABLE_FIELDS, type EditableField } from '#core/plan/edit-item.ts';
import { type HistoryEntry, listHistory } from '#server/audit/list-history.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { memberNames } from '#server/identity/member-names.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

const ACTIONS = ['added', 'edited', 'placed', 'moved', 'removed', 'restored'] as const;

/** One change of a row: who, when, and the words before and after when a cell was written. */
export interface ItemEvent {
  id: string;
  action: (typeof ACTIONS)[number];
  at: Date;
  /** Null for somebody who is not of the school any more. */
  by: string | null;
  cell: { field: EditableField; before: string; after: string } | null;
}

/** Most entries that are shown; the audit log has all of them. */
export const MOST_EVENTS = 30;

/** How a row of a plan came to be as it is, newest first. */
export async function getItemHistory(context: Context, options: { itemId: string }): Promise<ItemEvent[]> {
  requirePermission(context, 'plan.view');
  const entries = await inSchool(context.db, context.schoolId, (trx) =>
    listHistory(trx, { type: 'plan-item', id: options.itemId }, MOST_EVENTS),
  );
  const names = await memberNames(
    context,
    entries.flatMap(({ actorId }) => actorId ?? []),
  );
  return entries.flatMap((entry) => eventOf(entry, names.get(entry.actorId ?? '') ?? null));
}

function eventOf({ id, at, action: name, details }: HistoryEntry, by: string | null): ItemEvent[] {
  const action = ACTIONS.find((each) => name === `plan-item.${each}`);
  if (action === undefined) return [];
  const { field, before, after } = details;
  const known = EDITABLE_FIELDS.find((each) => each === field);
  const isCell = known !== undefined && typeof before === 'string' && typeof after === 'string';
  return [{ id, action, at, by, cell: isCell ? { field: known, before, after } : null }];
}
