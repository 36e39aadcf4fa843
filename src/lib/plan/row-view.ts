import { plain } from '#core/kernel/text.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import type { Severity } from '#core/plan/finding.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';

/** Which rows of a plan are shown, and under which headings. It lives in the address, so that it can be kept and sent on. */
export interface RowView {
  /** Code of a standard. */
  standard: string | null;
  /** Somebody who leads or helps, as typed. */
  owner: string | null;
  /** YYYY-MM of a month in which something is done; `NO_MONTH`: rows whose time is not understood. */
  month: string | null;
  /** Rows with a finding of this weight; "any" of any. */
  finding: Severity | 'any' | null;
  group: RowGroup;
}

export const ROW_GROUPS = ['criterion', 'owner', 'month'] as const;
export type RowGroup = (typeof ROW_GROUPS)[number];
export const FINDING_CHOICES = ['any', 'error', 'warning', 'hint'] as const;
export const NO_MONTH = 'none';

/** The whole plan in its own order. */
export const WHOLE_PLAN: RowView = { standard: null, owner: null, month: null, finding: null, group: 'criterion' };

/** What an address asks for; whatever is not understood asks for nothing. */
export function readRowView(params: URLSearchParams): RowView {
  const month = params.get('month') ?? '';
  return {
    standard: params.get('standard') || null,
    owner: params.get('owner') || null,
    month: month === NO_MONTH || /^\d{4}-\d{2}$/.test(month) ? month : null,
    finding: FINDING_CHOICES.find((choice) => choice === params.get('finding')) ?? null,
    group: ROW_GROUPS.find((group) => group === params.get('group')) ?? 'criterion',
  };
}

export function isWholePlan(view: RowView): boolean {
  return (Object.keys(WHOLE_PLAN) as (keyof RowView)[]).every((key) => view[key] === WHOLE_PLAN[key]);
}

/** @param severities of the row's findings; only looked at when the view asks for findings */
export function isInView(item: PlanItem, view: RowView, severities: readonly Severity[]): boolean {
  if (view.standard !== null && item.standard !== view.standard) return false;
  if (view.owner !== null && !namesOf(item).some((name) => plain(name) === plain(view.owner!))) return false;
  if (view.month !== null && !isInMonth(item.time, view.month)) return false;
  if (view.finding === null) return true;
  return view.finding === 'any' ? severities.length > 0 : severities.includes(view.finding);
}

/** Everybody who leads or helps anywhere, each once, in order of the alphabet. */
export function ownerChoices(items: readonly PlanItem[]): string[] {
  const known = new Map<string, string>();
  for (const name of new Set(items.flatMap(namesOf))) if (!known.has(plain(name))) known.set(plain(name), name);
  return [...known.values()].sort(ALPHABET.compare);
}

const ALPHABET = new Intl.Collator('vi');

/** The twelve months of a school year as YYYY-MM, September to August. */
export function monthChoices(year: SchoolYear | null): string[] {
  if (year === null) return [];
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1;
    return `${year.start + (month < 9 ? 1 : 0)}-${String(month).padStart(2, '0')}`;
  });
}

/** Under which heading a row stands: all who lead it, or the month in which it begins; "" for neither. */
export function groupOf(item: PlanItem, group: 'owner' | 'month'): string {
  return group === 'owner' ? item.leads.join(', ') : (startOf(item.time) ?? '');
}

/** The rows with those of one heading together: months in their order, names as they come, rows without either last. */
export function grouped<Row extends { item: PlanItem }>(rows: readonly Row[], group: RowGroup): Row[] {
  if (group === 'criterion') return [...rows];
  const headings = [...new Set(rows.map(({ item }) => groupOf(item, group)).filter((key) => key !== ''))];
  if (group === 'month') headings.sort();
  return [...headings, ''].flatMap((key) => rows.filter(({ item }) => groupOf(item, group) === key));
}

function namesOf({ leads, collaborators }: PlanItem): string[] {
  return [...leads, ...collaborators];
}

function isInMonth(time: SchoolTime, month: string): boolean {
  const ranges = [time, ...time.parts].filter(({ start, end }) => start !== null || end !== null);
  if (month === NO_MONTH) return ranges.length === 0;
  return ranges.some(({ start, end, openEnded }) => {
    const first = (start ?? end)!.slice(0, 7);
    const last = openEnded ? '9999-12' : (end ?? start)!.slice(0, 7);
    return first <= month && month <= last;
  });
}

/** YYYY-MM; null when no date is understood. */
function startOf(time: SchoolTime): string | null {
  const starts = [time, ...time.parts].map(({ start, end }) => start ?? end).filter((date) => date !== null);
  return starts.length === 0 ? null : starts.sort()[0]!.slice(0, 7);
}
