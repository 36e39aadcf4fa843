import { isAllowed } from '#core/identity/permissions.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { planTable } from '#server/web/plan-table.ts';
import type { RequestHandler } from './$types';

/** The body of the table anew, after rows were added, moved or removed. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const mayEdit = isAllowed(context.role, 'plan.edit');
  const { rowsHtml } = planTable(plan, { locale: locals.locale, mayEdit, withSource: url.searchParams.has('source') });
  return new Response(rowsHtml, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
