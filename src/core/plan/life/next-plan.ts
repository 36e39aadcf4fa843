import type { SchoolYear } from '#core/kernel/school-year.ts';
import { schoolYearLabel } from '#core/kernel/school-year.ts';
import type { Crosswalk, Relation } from '#core/standards/crosswalk.ts';
import type { Criterion } from '#core/standards/standard-set.ts';
import { parseSchoolTime } from '../parse-school-time.ts';
import { placeOf } from '../place-for-criterion.ts';
import type { ItemField, PlanDocument, PlanItem, Section } from '../plan-document.ts';
import type { PlanScope } from '../plan-scope.ts';
import type { SchoolTime } from '../school-time.ts';

/**
 * The first school year that a plan can be followed by another one for: the year after its own; after a strategy the first of its years,
 * since plans of single years carry it out. Null when it names no year.
 */
export function earliestNextYear(plan: { scope: PlanScope; schoolYear: SchoolYear | null }): SchoolYear | null {
  return plan.schoolYear && { start: plan.schoolYear.start + (plan.scope === 'strategy' ? 0 : 1) };
}

/** What a row becomes in the plan of a later year: the same need and action, its time moved along, its progress blank. */
export function nextItem(
  item: PlanItem,
  options: {
    from: SchoolYear | null;
    to: SchoolYear;
    /** `keep` under the same standard set; else what a person has chosen in the other set, or nothing. */
    criterion: 'keep' | Pick<Criterion, 'code' | 'title'> | null;
  },
): PlanItem {
  const { from, to, criterion } = options;
  return {
    ...item,
    ...(criterion === 'keep' ? {} : { ...placeOf(criterion), levels: [] }),
    time: nextTime(item.time, from, to),
    progress: null,
    source: null,
    paragraphs: [],
  };
}

/**
 * A time as it would be written for a later school year: its years move along with the months they belong to. What runs over more
 * than a year ("từ 2020 đến 2025"), and what cannot be moved without doubt, stays as it was written.
 */
export function nextTime(time: SchoolTime, from: SchoolYear | null, to: SchoolYear): SchoolTime {
  const asWritten = parseSchoolTime(time.text, { schoolYear: to });
  if (time.text === null || from === null || from.start === to.start || time.openEnded) return asWritten;
  const years = to.start - from.start;
  const moved = parseSchoolTime(movedYears(time.text, years), { schoolYear: to });
  const fits = moved.start === movedMonth(time.start, years) && moved.end === movedMonth(time.end, years);
  return fits && !moved.needsReview && isWithinAYear(time) ? moved : asWritten;
}

function movedYears(text: string, years: number): string {
  return text.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(Number(year) + years));
}

/** "2025-09" or "2025-09-30"; the last of February goes where February ends. */
function movedMonth(moment: string | null, years: number): string | null {
  return moment === null ? null : `${Number(moment.slice(0, 4)) + years}${moment.slice(4)}`;
}

function isWithinAYear({ start, end }: SchoolTime): boolean {
  if (start === null || end === null) return true;
  const months = (moment: string) => Number(moment.slice(0, 4)) * 12 + Number(moment.slice(5, 7));
  return months(end) - months(start) <= 12;
}

/**
 * The parts of a plan as the next one begins with them: its words, but no number, day or results of the old year, and the new year
 * where the title names the old one.
 */
export function nextParts(
  plan: Omit<PlanDocument, 'items'>,
  options: { to: SchoolYear; itemFields: ItemField[] },
): Omit<PlanDocument, 'items'> {
  const { to, itemFields } = options;
  const old = plan.schoolYear;
  const anyDash = old && new RegExp(`${old.start}\\s*[-\\u2010-\\u2015/]\\s*${old.start + 1}`, 'g');
  const named = (text: string) => (anyDash ? text.replace(anyDash, schoolYearLabel(to)) : text);
  return {
    ...plan,
    title: plan.title.map(named),
    schoolYear: to,
    number: null,
    numberText: null,
    date: null,
    dateText: null,
    sections: plan.sections.map(withoutResults),
    itemFields,
  };
}

function withoutResults(section: Section): Section {
  return section.role === 'results'
    ? { ...section, lines: [], children: [], place: null }
    : {
        ...section,
        lines: section.lines.map((line) => ({ ...line, place: null })),
        children: section.children.map(withoutResults),
        place: null,
      };
}

export interface CriterionOffer {
  criterion: string;
  relation: Relation;
}

/** Where a criterion of one set may go on in another, the main receiver first. An offer to a person, never a conversion. */
export function offersFor(crosswalk: Crosswalk, from: string, criterion: string | null, to: string): CriterionOffer[] {
  const mapping = crosswalk.mappings.find((each) => each.set === from && each.criterion === criterion);
  const offers = (mapping?.to ?? []).filter(({ set }) => set === to);
  return offers
    .map(({ criterion: code, relation }) => ({ criterion: code, relation }))
    .filter((offer, index, all) => all.findIndex((other) => other.criterion === offer.criterion) === index);
}
