import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { EDITABLE_FIELDS } from '#core/plan/edit-item.ts';
import { planRow } from '#lib/plan/plan-row.ts';
import { addRow } from '#server/plan/add-row.ts';
import { MOST_ITEMS } from '#server/plan/create-plan.ts';
import { pasteRows } from '#server/plan/paste-rows.ts';
import { isId } from '#server/platform/ids.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import type { RequestHandler } from './$types';

const id = z.string().refine(isId);
const pasted = z.object({ id, cells: z.partialRecord(z.enum(EDITABLE_FIELDS), z.string()) });
// Strict: rows that are refused must not be taken for the wish for one empty row.
const body = z.union([
  z.strictObject({ after: id, rows: z.array(pasted).min(1).max(MOST_ITEMS) }),
  z.strictObject({ after: id }),
  z.strictObject({ copyOf: id }),
  z.strictObject({ criterion: z.string().max(20) }),
  z.strictObject({ end: z.literal(true) }),
]);

/**
 * A new row: after another one and about the same criterion, a copy of one, for a criterion in its place, or at the end. With `rows`,
 * several with their words after one, all of them or none; sent twice, they are there once.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const where = await jsonBody(request, body);
  const context = locals.context();
  if ('rows' in where) {
    const { after, rows } = where;
    const added = await pasteRows(context, { planId: params.plan, afterItemId: after, rows });
    return json({ rows: added.map(planRow) }, { status: 201 });
  }
  const stored = await addRow(context, { planId: params.plan, where, sets: standardsLibrary().sets });
  return json({ row: planRow(stored) }, { status: 201 });
};
