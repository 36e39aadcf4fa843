import { z } from 'zod';
import { EDITABLE_FIELDS } from '#core/plan/edit-item.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { savedRow } from '#server/web/saved-row.ts';
import type { RequestHandler } from './$types';

const body = z.object({ version: z.int().positive(), field: z.enum(EDITABLE_FIELDS), text: z.string() });

/** Saves one cell. 409 with the row as it stands when somebody else was first. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const context = locals.context();
  const options = await jsonBody(request, body);
  return savedRow(context, await editPlanItem(context, { planId: params.plan, itemId: params.item, ...options }));
};
