import { isAllowed } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { findSchoolYear, schoolYearCode } from '#core/kernel/school-year.ts';
import { isEditable } from '#core/plan/life/plan-life.ts';
import { PLAN_SCOPES, type PlanScope, STRATEGY_YEARS } from '#core/plan/plan-scope.ts';
import { suggestKind } from '#core/plan/suggest-kind.ts';
import type { Locale } from '#lib/messages/locale.ts';
import type { KindForm, KindProblem } from '#lib/plan/kind-form-shape.ts';
import type { Context } from '#server/identity/context.ts';
import { listGroups } from '#server/organisations/list-groups.ts';
import { changePlanKind, type ChosenKind } from '#server/plan/change-plan-kind.ts';
import type { Plan } from '#server/plan/get-plan.ts';
import { searchPlans } from '#server/plan/list-plans.ts';
import { schoolYearChoices } from './fact-choices.ts';
import { refusal } from './refusal.ts';
import { textOf } from './text-of.ts';
import { versionOf } from './version-of.ts';

/** Whether this person may say of what kind the plan is. */
export function mayChangeKind(context: Pick<Context, 'role'>, plan: Pick<Plan, 'state' | 'revision'>): boolean {
  return isAllowed(context.role, 'plan.edit') && isEditable(plan.state) && plan.revision === 1;
}

/** What the form of the kind of a plan shows: as it is, what its words make one think of, and what can be chosen. */
export async function kindForm(context: Context, plan: Plan): Promise<KindForm> {
  const { schoolYear: year, lastSchoolYear } = plan.parts;
  const { groups } = year === null ? { groups: [] } : await listGroups(context, { year });
  const { plans } = year === null ? { plans: [] } : await searchPlans(context, { scope: 'yearly', year: year.start });
  const guess = suggestKind(plan.parts, groups);
  const span = guess?.scope === 'strategy' && plan.scope !== 'strategy' ? guess.span : null;
  const first = span?.first ?? year;
  const last = span?.last ?? lastSchoolYear ?? (first && { start: first.start + STRATEGY_YEARS - 1 });
  const guessed = guess?.scope === 'group' ? guess.groupId : null;
  return {
    version: plan.version,
    year: year && schoolYearCode(year),
    chosen: {
      kind: plan.scope,
      firstYear: first ? schoolYearCode(first) : '',
      lastYear: last ? schoolYearCode(last) : '',
      group: plan.group?.id ?? guessed ?? '',
      partOf: plan.partOfPlanId ?? '',
    },
    guess:
      guess === null || guess.scope === plan.scope
        ? null
        : {
            scope: guess.scope,
            span: span && `${span.first.start}–${span.last.start + 1}`,
            group: groups.find(({ id }) => id === guessed)?.name ?? null,
          },
    years: schoolYearChoices(context.clock.now(), first, last),
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    wholes: plans
      .filter(({ id, state }) => state !== 'review' && id !== plan.id)
      .map(({ id, title }) => ({ value: id, label: title })),
  };
}

/**
 * Saves the kind that a form names; one without says nothing about it.
 * @returns the version of the plan afterwards, null when nothing was said
 */
export async function saveKind(
  locals: { locale: Locale; context(): Context },
  planId: string,
  form: FormData,
): Promise<{ version: number | null } | { status: number; problem: KindProblem }> {
  const scope = PLAN_SCOPES.find((each) => each === textOf(form, 'kind'));
  if (scope === undefined) return { version: null };
  const text = (name: string) => textOf(form, name);
  try {
    const kind = readKind(scope, text);
    const version = versionOf(form);
    return { version: await changePlanKind(locals.context(), { planId, version, kind, again: form.has('again') }) };
  } catch (error) {
    const { status, sentence } = refusal(locals.locale, error);
    const isTaken = error instanceof AppError && error.code === 'plan.kind-taken';
    const [firstYear, lastYear, group, partOf] = ['firstYear', 'lastYear', 'group', 'partOf'].map(text);
    const chosen = { kind: scope, firstYear: firstYear!, lastYear: lastYear!, group: group!, partOf: partOf! };
    return { status, problem: { sentence, isTaken, chosen } };
  }
}

/** @throws AppError `plan.span-unknown`, `plan.kind-group-missing` */
function readKind(scope: PlanScope, text: (name: string) => string): ChosenKind {
  if (scope === 'yearly') return { scope };
  if (scope === 'group') {
    const groupId = text('group');
    if (groupId === '') throw new AppError('plan.kind-group-missing');
    return { scope, groupId, partOfPlanId: text('partOf') || null };
  }
  const [first, last] = [findSchoolYear(text('firstYear')), findSchoolYear(text('lastYear'))];
  if (first === null || last === null) throw new AppError('plan.span-unknown');
  return { scope, first, last };
}
