import { z } from 'zod';
import { removePlanItem } from '#server/plan/remove-plan-item.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { savedRow } from '#server/web/saved-row.ts';
import type { RequestHandler } from './$types';

const body = z.object({ version: z.int().positive() });

/** Takes a row out of the plan; it can be brought back. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const context = locals.context();
  const { version } = await jsonBody(request, body);
  return savedRow(context, await removePlanItem(context, { planId: params.plan, itemId: params.item, version }));
};
