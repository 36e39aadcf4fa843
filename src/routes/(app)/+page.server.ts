import { isAllowed } from '#core/identity/permissions.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import { planLine } from '#server/web/plan-line.ts';
import type { PageServerLoad } from './$types';

/** The home page shows the newest few; the rest is one link away. */
const MOST = 6;

export const load: PageServerLoad = async ({ locals }) => {
  const context = locals.context();
  const [school, plans] = await Promise.all([findSchool(context), listPlans(context)]);
  const next = plans.find(({ state }) => state === 'review') ?? plans.find(({ state }) => state !== 'closed' && state !== 'history');
  return {
    school,
    /** The one plan to go on with: what was read and waits comes before what is being worked on. */
    next: next && { id: next.id, title: next.title, state: next.state },
    mayUpload: isAllowed(context.role, 'upload.create'),
    more: plans.length > MOST,
    plans: plans.slice(0, MOST).map(planLine),
  };
};
