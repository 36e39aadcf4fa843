import { AppError } from '#core/kernel/app-error.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { rowAbout } from '#server/web/row-about.ts';
import type { RequestHandler } from './$types';

/** For the panel of a row: its time as it is read, its words in the source, the requirement of its criterion. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const stored = plan.items.find(({ item }) => item.id === params.item);
  if (!stored) throw new AppError('plan-item.not-found');
  const html = await rowAbout(context, plan, stored, locals.locale);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
};
