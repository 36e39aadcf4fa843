import { json } from '@sveltejs/kit';
import { planRow } from '#lib/plan/plan-row.ts';
import type { Context } from '#server/identity/context.ts';
import { memberName } from '#server/identity/member-name.ts';
import type { ItemSaved } from '#server/plan/change-plan-item.ts';

/** The answer to a change of one row: the row as it is now, or, with 409, as somebody else made it and who that was. */
export async function savedRow(context: Context, result: ItemSaved): Promise<Response> {
  if (result.saved) return json({ saved: true, row: planRow(result.stored) });
  const by = await memberName(context, result.current.updatedBy);
  return json({ saved: false, row: planRow(result.current), by }, { status: 409 });
}
