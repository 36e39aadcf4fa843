import { schoolYearLabel } from '#core/kernel/school-year.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { t } from '#lib/messages/translate.ts';
import { planColumns } from '#lib/plan/plan-columns.ts';
import { planRow } from '#lib/plan/plan-row.ts';
import { planRowsHtml, type RowsContext } from '#lib/plan/plan-rows-html.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { criteriaOf } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { documentOf, type Plan } from '#server/plan/get-plan.ts';
import { standardsLibrary } from './standards.ts';

export interface PlanTable {
  columns: RowsContext['columns'];
  /** Every `tbody`, escaped. */
  rowsHtml: string;
}

/** The framework writes all data of a page once more as script, though no script reads it; what is not listed it leaves alone. */
const UNSENT = { enumerable: false };

/** A plan's rows as the table that people work in. */
export function planTable(plan: Plan, options: { locale: Locale; mayEdit: boolean; withSource: boolean }): PlanTable {
  const { locale } = options;
  const items = plan.items.map(({ item }) => item);
  const columns = planColumns(plan.parts.itemFields, items).map((field) => ({
    field,
    label: t(locale, `plan.column.${field}`),
  }));
  const rowsHtml = planRowsHtml(plan.items.map(planRow), {
    planId: plan.id,
    columns,
    withSource: options.withSource,
    withLevels: plan.parts.itemFields.includes('level'),
    addWord: options.mayEdit ? t(locale, 'plan.addRow') : null,
    rowWord: t(locale, 'plan.row'),
    levelWord: t(locale, 'plan.level'),
    standardWord: t(locale, 'plan.standard'),
    criterionWord: t(locale, 'plan.criterion'),
    noCriterionWord: t(locale, 'plan.noCriterion'),
    titles: titlesOf(setOf(plan)),
  });
  return Object.defineProperty({ columns, rowsHtml }, 'rowsHtml', UNSENT);
}

/** The standard set that a plan was made with; null when it is not known. */
export function setOf(plan: Pick<Plan, 'parts' | 'items'>): StandardSet | null {
  return setOfPlan(documentOf(plan), standardsLibrary().sets);
}

const kept = new WeakMap<StandardSet, ReadonlyMap<string, string>>();
const NONE: ReadonlyMap<string, string> = new Map();

/** Titles of standards and criteria by code. */
export function titlesOf(set: StandardSet | null): ReadonlyMap<string, string> {
  if (set === null) return NONE;
  let titles = kept.get(set);
  if (!titles) {
    titles = new Map([...set.standards, ...criteriaOf(set)].map(({ code, title }) => [code, title]));
    kept.set(set, titles);
  }
  return titles;
}

/** What the head of every page of a plan says. */
export function planHead(plan: Plan) {
  const { schoolYear } = plan.parts;
  return {
    id: plan.id,
    title: plan.title,
    state: plan.state,
    schoolYear: schoolYear && schoolYearLabel(schoolYear),
  };
}

/** The criteria of a set, to choose one from. */
export function criteriaChoices(set: StandardSet | null): { code: string; title: string }[] {
  return set === null ? [] : criteriaOf(set).map(({ code, title }) => ({ code, title }));
}
