import { fail, redirect } from '@sveltejs/kit';
import { requirePermission } from '#server/identity/context.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { kindForm, mayChangeKind, saveKind } from '#server/web/kind-form.ts';
import { planHead } from '#server/web/plan-head.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const context = locals.context();
  requirePermission(context, 'plan.edit');
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review#kind`);
  if (!mayChangeKind(context, plan)) redirect(303, `/plans/${plan.id}/document`);
  return { plan: planHead(context, plan), kind: await kindForm(context, plan) };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    requirePermission(locals.context(), 'plan.edit');
    const saved = await saveKind(locals, params.plan, await request.formData());
    if ('problem' in saved) return fail(saved.status, { problem: saved.problem });
    redirect(303, `/plans/${params.plan}/document?kind`);
  },
};
