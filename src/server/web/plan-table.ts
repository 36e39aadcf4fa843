import type { Locale } from '#lib/messages/locale.ts';
import { t } from '#lib/messages/translate.ts';
import { planColumns } from '#lib/plan/plan-columns.ts';
import { planRow } from '#lib/plan/plan-row.ts';
import { type NumberedRow, planRowsHtml, type RowsContext } from '#lib/plan/plan-rows-html.ts';
import {
  grouped,
  groupOf,
  isInView,
  isWholePlan,
  monthChoices,
  NO_MONTH,
  ownerChoices,
  type RowView,
  WHOLE_PLAN,
} from '#lib/plan/row-view.ts';
import type { Finding } from '#core/plan/finding.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { criteriaOf } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { documentOf, type Plan } from '#server/plan/get-plan.ts';
import { standardsLibrary } from './standards.ts';

export interface PlanTable {
  columns: RowsContext['columns'];
  /** How many rows there are to see. */
  shown: number;
  /** Every `tbody`, escaped. */
  rowsHtml: string;
}

export interface PlanTableOptions {
  locale: Locale;
  mayEdit: boolean;
  withSource: boolean;
  view?: RowView;
  findings?: readonly Finding[];
  keep?: readonly string[];
}

/** The framework writes all data of a page once more as script, though no script reads it; what is not listed it leaves alone. */
const UNSENT = { enumerable: false };

/**
 * A plan's rows as the table that people work in.
 * @param options.view which of them; the whole plan when left out
 * @param options.findings of the plan, for a view that asks for rows with findings
 * @param options.keep ids of rows that stay in sight whatever the view asks for: they were just added
 */
export function planTable(plan: Plan, options: PlanTableOptions): PlanTable {
  const { locale } = options;
  const items = plan.items.map(({ item }) => item);
  const columns = planColumns(plan.parts.itemFields, items).map((field) => ({
    field,
    label: t(locale, `plan.column.${field}`),
  }));
  const rows = rowsInView(plan, options);
  const rowsHtml = planRowsHtml(rows, {
    planId: plan.id,
    columns,
    withSource: options.withSource,
    withLevels: plan.parts.itemFields.includes('level'),
    addWord: options.mayEdit && isWholePlan(options.view ?? WHOLE_PLAN) ? t(locale, 'plan.addRow') : null,
    rowWord: t(locale, 'plan.row'),
    levelWord: t(locale, 'plan.level'),
    standardWord: t(locale, 'plan.standard'),
    criterionWord: t(locale, 'plan.criterion'),
    noCriterionWord: t(locale, 'plan.noCriterion'),
    titles: titlesOf(setOf(plan)),
  });
  return Object.defineProperty({ columns, shown: rows.length, rowsHtml }, 'rowsHtml', UNSENT);
}

function rowsInView(plan: Plan, options: PlanTableOptions): NumberedRow[] {
  const { view = WHOLE_PLAN, keep = [], findings = [] } = options;
  const numbered = plan.items.map((stored, index) => ({ ...stored, number: index + 1 }));
  if (isWholePlan(view)) return numbered.map((stored) => ({ ...planRow(stored), number: stored.number }));
  const severities = Map.groupBy(findings, ({ where }) => where.item);
  const shown = numbered.filter(
    ({ item }) =>
      keep.includes(item.id) || isInView(item, view, severities.get(item.id)?.map(({ severity }) => severity) ?? []),
  );
  return grouped(shown, view.group).map((stored) => ({
    ...planRow(stored),
    number: stored.number,
    ...(view.group === 'criterion' ? {} : { heading: headingOf(stored.item, view.group, options.locale) }),
  }));
}

function headingOf(item: PlanItem, group: 'owner' | 'month', locale: Locale): string {
  const key = groupOf(item, group);
  if (key === '') return t(locale, group === 'owner' ? 'plan.view.noOwner' : 'plan.view.noMonth');
  return group === 'owner' ? key : monthWord(key, locale);
}

/** What a view can ask for in this plan, and what it asks for now; the page's form of filters. */
export function rowViewForm(plan: Plan, view: RowView, locale: Locale) {
  const set = setOf(plan);
  return {
    view,
    whole: isWholePlan(view),
    total: plan.items.length,
    standards: (set?.standards ?? []).map(({ code, title }) => ({ value: code, label: `${code}. ${title}` })),
    owners: ownerChoices(plan.items.map(({ item }) => item)).map((name) => ({ value: name, label: name })),
    months: [
      ...monthChoices(plan.parts.schoolYear).map((month) => ({ value: month, label: monthWord(month, locale) })),
      { value: NO_MONTH, label: t(locale, 'plan.view.noMonth') },
    ],
  };
}

/** "Tháng 9/2026" of "2026-09". */
function monthWord(month: string, locale: Locale): string {
  const [year, number] = month.split('-');
  return t(locale, 'plan.view.monthOf', { month: `${Number(number)}/${year}` });
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

/** The criteria of a set, to choose one from. */
export function criteriaChoices(set: StandardSet | null): { code: string; title: string }[] {
  return set === null ? [] : criteriaOf(set).map(({ code, title }) => ({ code, title }));
}
