import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { planRow } from '#lib/plan/plan-row.ts';
import { addRow } from '#server/plan/add-row.ts';
import { isId } from '#server/platform/ids.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import type { RequestHandler } from './$types';

const body = z.union([
  z.object({ after: z.string().refine(isId) }),
  z.object({ copyOf: z.string().refine(isId) }),
  z.object({ criterion: z.string().max(20) }),
  z.object({ end: z.literal(true) }),
]);

/** A new row: after another one and about the same criterion, a copy of one, for a criterion in its place, or at the end. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const where = await jsonBody(request, body);
  const stored = await addRow(locals.context(), { planId: params.plan, where, sets: standardsLibrary().sets });
  return json({ row: planRow(stored) }, { status: 201 });
};
