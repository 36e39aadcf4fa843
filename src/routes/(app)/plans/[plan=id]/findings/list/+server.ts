import { json } from '@sveltejs/kit';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import type { RequestHandler } from './$types';

/** The findings of the plan as it stands, in order of the document. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { sets, legal } = standardsLibrary();
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const findings = await checkStoredPlan(context, { plan, sets, library: legal });
  return json({ findings });
};
