import { fail, redirect } from '@sveltejs/kit';
import { isAllowed } from '#core/identity/permissions.ts';
import { schoolYearLabel } from '#core/kernel/school-year.ts';
import { schoolYearAt } from '#core/organisations/school-year-at.ts';
import { dayText } from '#lib/dates.ts';
import { translator } from '#lib/messages/translate.ts';
import { factsOf } from '#lib/plan/plan-facts.ts';
import type { KindProblem } from '#lib/plan/kind-form-shape.ts';
import { placeText } from '#lib/plan/place-text.ts';
import { sourceHtml } from '#lib/plan/source-html.ts';
import { acceptAsHistory } from '#server/documents/accept-as-history.ts';
import { getUpload } from '#server/documents/get-upload.ts';
import { requirePermission } from '#server/identity/context.ts';
import { discardPlan } from '#server/plan/discard-plan.ts';
import { acceptPlan } from '#server/plan/edit-plan-parts.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { factChoices } from '#server/web/fact-choices.ts';
import { kindForm, mayChangeKind, saveKind } from '#server/web/kind-form.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { planTable } from '#server/web/plan-table.ts';
import { refusal } from '#server/web/refusal.ts';
import { saveFacts } from '#server/web/save-facts.ts';
import { services } from '#server/web/services.ts';
import { versionOf } from '#server/web/version-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state !== 'review' || plan.uploadId === null) redirect(303, `/plans/${plan.id}`);
  const upload = await getUpload(context, { uploadId: plan.uploadId });
  const t = translator(locals.locale);
  const uses = upload.reading?.uses ?? [];
  const blocks = upload.blocks?.blocks ?? [];
  const mayEdit = mayEditPlan(context, plan);
  return {
    plan: planHead(context, plan),
    version: plan.version,
    table: planTable(plan, { locale: locals.locale, mayEdit, withSource: true }),
    rows: plan.items.length,
    facts: factsOf(plan.parts),
    choices: factChoices(plan.parts, context.clock.now()),
    upload: { id: upload.id, fileName: upload.fileName },
    sourceHtml: sourceHtml(blocks, uses, t),
    recognised: upload.blocks?.recognised ?? false,
    legacy: upload.reading?.legacyScheme ?? false,
    unread: uses.flatMap((use) =>
      use.as === 'unread' ? [{ id: use.paragraph, text: use.text, where: placeText(use.place, t) }] : [],
    ),
    mayEdit,
    /** Null for who may not say it. */
    kind: mayChangeKind(context, plan) ? await kindForm(context, plan) : null,
    kindSaved: url.searchParams.has('kind'),
    mayKeep: isAllowed(context.role, 'plan.issue'),
    /** An old year is offered as history first. */
    old: plan.parts.schoolYear !== null && plan.parts.schoolYear.start < schoolYearAt(context.clock.now()).start,
    history: {
      number: plan.parts.number,
      date: plan.parts.date && dayText(plan.parts.date),
      signer: plan.parts.signature?.name ?? null,
      year: plan.parts.schoolYear && schoolYearLabel(plan.parts.schoolYear),
    },
    userId: context.user.id,
    asked: url.searchParams.has('discard'),
    askedHistory: url.searchParams.has('history'),
    saved: url.searchParams.has('saved'),
  };
};

/** One shape for every form that names the kind. */
function kindRefused(problem: KindProblem): { kindProblem: KindProblem } {
  return { kindProblem: problem };
}

export const actions: Actions = {
  accept: async ({ request, locals, params }) => {
    const kind = await saveKind(locals, params.plan, await request.formData());
    if ('problem' in kind) return fail(kind.status, kindRefused(kind.problem));
    await acceptPlan(locals.context(), { planId: params.plan });
    redirect(303, `/plans/${params.plan}`);
  },
  history: async ({ request, locals, params }) => {
    const context = locals.context();
    // Said before the page is read again: who may not do this may not see it either.
    requirePermission(context, 'plan.issue');
    const form = await request.formData();
    const kind = await saveKind(locals, params.plan, form);
    if ('problem' in kind) return fail(kind.status, { ...kindRefused(kind.problem), keeping: true });
    const version = kind.version ?? versionOf(form);
    const { files } = services();
    try {
      await acceptAsHistory(context, { planId: params.plan, version, files });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { history: sentence });
    }
    redirect(303, `/plans/${params.plan}/life`);
  },
  discard: async ({ locals, params }) => {
    await discardPlan(locals.context(), { planId: params.plan });
    redirect(303, '/uploads');
  },
  kind: async ({ request, locals, params }) => {
    requirePermission(locals.context(), 'plan.edit');
    const kind = await saveKind(locals, params.plan, await request.formData());
    if ('problem' in kind) return fail(kind.status, kindRefused(kind.problem));
    redirect(303, `/plans/${params.plan}/review?kind#kind`);
  },
  facts: async ({ request, locals, params }) => {
    const problem = await saveFacts(locals, params.plan, await request.formData());
    if (problem) return fail(problem.status, problem.form);
    redirect(303, `/plans/${params.plan}/review?saved#facts`);
  },
};
