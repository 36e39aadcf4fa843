import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { type IssueFacts, readIssueFacts } from '#core/plan/life/issued-parts.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { nextMove, PLAN_MOVES, type PlanMove } from '#core/plan/life/plan-life.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { dayText, momentText } from '#lib/dates.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { t } from '#lib/messages/translate.ts';
import { readDay } from '#lib/plan/plan-facts.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { issuePlan } from '#server/documents/issue-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { getPlanLife } from '#server/plan/life/get-plan-life.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { planHead } from '#server/web/plan-head.ts';
import { refusal } from '#server/web/refusal.ts';
import { services } from '#server/web/services.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import { textOf } from '#server/web/text-of.ts';
import { versionOf } from '#server/web/version-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review`);
  const life = await getPlanLife(context, plan);
  const onward = nextMove(plan.state);
  const document = documentOf(plan);
  const { sets, legal: library } = standardsLibrary();
  const asked = onward !== null && life.moves.includes(onward);
  const findings = asked ? await checkStoredPlan(context, { plan, sets, library }) : [];
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const { signature } = plan.parts;
  return {
    plan: planHead(context, plan),
    version: plan.version,
    contentSha256: sha256(contentOf(document)),
    onward: onward !== null && life.moves.includes(onward) ? onward : null,
    others: life.moves.filter((move) => move !== onward),
    findings: { errors: count('error'), warnings: count('warning') },
    open: life.open,
    facts: {
      number: plan.parts.number ?? '',
      date: plan.parts.date === null ? '' : dayText(plan.parts.date),
      signerRole: signature?.role ?? '',
      signerName: signature?.name ?? '',
    },
    issues: life.issues.map((issue) => ({
      revision: issue.revision,
      number: issue.number,
      date: dayText(issue.issued_on),
      signerRole: issue.signer_role.replaceAll('\n', ' '),
      signerName: issue.signer_name,
      reason: issue.reason,
      hash: issue.content_sha256,
      original: issue.original_name,
      recorded: momentText(issue.issued_at),
    })),
    steps: life.steps
      .map((step) => ({
        id: step.id,
        move: step.move,
        by: step.byName,
        when: momentText(step.at),
        remark: step.remark,
        due: step.due_on && dayText(step.due_on),
      }))
      .reverse(),
    mayInvite: isAllowed(context.role, 'plan.consult'),
    mayCreate: isAllowed(context.role, 'plan.create'),
    follows: plan.followsPlanId,
    done: PLAN_MOVES.find((move) => move === url.searchParams.get('done')) ?? null,
  };
};

/** As typed; nothing is lost when a step is refused. */
interface Typed {
  /** Null: the form named a step that there is not. */
  move: PlanMove | null;
  remark: string;
  dueOn: string;
  facts: Record<keyof IssueFacts, string>;
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const move = PLAN_MOVES.find((name) => name === textOf(form, 'move')) ?? null;
    const text = (name: string) => textOf(form, name);
    const typed: Typed = {
      move,
      remark: text('remark'),
      dueOn: text('dueOn'),
      facts: {
        number: text('number'),
        date: text('date'),
        signerRole: text('signerRole'),
        signerName: text('signerName'),
      },
    };
    const version = versionOf(form);
    try {
      if (move === null) throw new AppError('request.invalid', { problem: 'move' });
      const problems = move === 'issue' ? await issue() : await step(move);
      if (problems) return fail(400, { ...typed, problems, sentence: null });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...typed, problems: [], sentence });
    }
    // At a place of its own: without one the browser would go to that of the step that was taken.
    redirect(303, `/plans/${params.plan}/life?done=${move}#done`);

    async function step(plain: Exclude<PlanMove, 'issue'>) {
      const dueOn = readDay(typed.dueOn);
      if (dueOn === undefined) return [{ field: 'dueOn', sentence: t(locals.locale, 'field.dueOn.wrong') }];
      const { remark } = typed;
      const contentSha256 = text('content');
      await movePlan(locals.context(), { planId: params.plan, version, move: plain, remark, dueOn, contentSha256 });
      return null;
    }

    async function issue() {
      const read = readIssueFacts({ ...typed.facts, date: readDay(typed.facts.date) ?? null });
      if (!read.ok) return read.problems.map((problem) => fieldSentence(locals.locale, problem));
      const { sets, legal: library } = standardsLibrary();
      const { files } = services();
      await issuePlan(locals.context(), { planId: params.plan, version, facts: read.value, sets, library, files });
      return null;
    }
  },
};
