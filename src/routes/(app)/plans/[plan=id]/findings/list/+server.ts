import { json } from '@sveltejs/kit';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import type { RequestHandler } from './$types';

/** The findings of the plan as it stands, in order of the document. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { sets, legal } = standardsLibrary();
  const findings = await checkStoredPlan(locals.context(), { planId: params.plan, sets, library: legal });
  return json({ findings });
};
