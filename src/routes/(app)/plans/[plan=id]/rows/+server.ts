import { getPlan } from '#server/plan/get-plan.ts';
import { listRemovedRows } from '#server/plan/list-removed-rows.ts';
import { mayEditPlan } from '#server/web/plan-head.ts';
import { readView } from '#server/web/read-view.ts';
import { planTable } from '#server/web/plan-table.ts';
import type { RequestHandler } from './$types';

/**
 * The body of the table anew, after rows were added, moved or removed; in the view that the page's address asks for.
 * `x-plan-rows` counts all, `x-plan-removed` names those that were removed last: JSON, as part of an address is written.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const mayEdit = mayEditPlan(context, plan);
  const { rowsHtml } = planTable(plan, {
    locale: locals.locale,
    mayEdit,
    withSource: url.searchParams.has('source'),
    keep: url.searchParams.getAll('keep'),
    ...(await readView(context, plan, url)),
  });
  return new Response(rowsHtml, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-plan-rows': String(plan.items.length),
      'x-plan-removed': encodeURIComponent(JSON.stringify(await listRemovedRows(context, { planId: plan.id }))),
    },
  });
};
