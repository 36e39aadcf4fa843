import { z } from 'zod';
import { isId } from '#server/platform/ids.ts';
import { movePlanItem } from '#server/plan/move-plan-item.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { savedRow } from '#server/web/saved-row.ts';
import type { RequestHandler } from './$types';

const body = z.object({ version: z.int().positive(), after: z.string().refine(isId).nullable() });

/** Puts a row after another one, or at the top (null). */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const context = locals.context();
  const { version, after } = await jsonBody(request, body);
  const options = { planId: params.plan, itemId: params.item, version, afterItemId: after };
  return savedRow(context, await movePlanItem(context, options));
};
