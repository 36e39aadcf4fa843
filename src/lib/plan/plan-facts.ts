import { findSchoolYear, schoolYearCode } from '#core/kernel/school-year.ts';
import { typedWords } from '#core/kernel/text.ts';
import { placeAndDate } from '#core/plan/place-and-date.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { SCHOOL_TYPES } from '#core/organisations/school-type.ts';

/** The facts of a document as text boxes hold them; "" for what it does not say. */
export const FACTS = [
  'governingBody',
  'schoolName',
  'number',
  'place',
  'date',
  'title',
  'schoolYear',
  'schoolType',
  'standardSet',
  'assessmentPeriod',
  'signerRole',
  'signerName',
  'recipients',
] as const;
export type Fact = (typeof FACTS)[number];
export type Facts = Record<Fact, string>;

type Parts = Omit<PlanDocument, 'items'>;

export function factsOf(parts: Parts): Facts {
  return {
    governingBody: parts.letterhead.governingBody ?? '',
    schoolName: parts.letterhead.schoolName ?? parts.schoolName ?? '',
    number: parts.number ?? '',
    place: parts.place ?? '',
    date: parts.date?.split('-').reverse().join('/') ?? '',
    title: parts.title.join('\n'),
    schoolYear: parts.schoolYear ? schoolYearCode(parts.schoolYear) : '',
    schoolType: parts.schoolType ?? '',
    standardSet: parts.standardSet ?? '',
    assessmentPeriod: parts.assessmentPeriod ?? '',
    signerRole: parts.signature?.role ?? '',
    signerName: parts.signature?.name ?? '',
    recipients: parts.recipients.join('\n'),
  };
}

/** "15/9/2026" as "2026-09-15", "" as null; undefined for what is no day of the calendar. */
export function readDay(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${date}T00:00:00Z`);
  // Further away it is a slip of the finger, and year 0 is none that a database knows.
  if (Number(year) < 1900 || Number(year) > 2200) return undefined;
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : undefined;
}

/**
 * The parts with the facts as typed. Only what differs is touched: the lines of number and of place and date stay as the document
 * has them unless one of their facts was changed.
 */
export function withFacts(parts: Parts, given: Facts): Parts {
  const before = factsOf(parts);
  const facts = Object.fromEntries(FACTS.map((name) => [name, typedWords(given[name])])) as Facts;
  const same = (...names: Fact[]) => names.every((name) => facts[name] === before[name]);
  const text = (name: Fact) => (facts[name] === '' ? null : facts[name]);
  const changed = { ...parts, letterhead: { ...parts.letterhead } };
  if (!same('governingBody')) changed.letterhead.governingBody = text('governingBody');
  if (!same('schoolName')) changed.letterhead.schoolName = changed.schoolName = text('schoolName');
  if (!same('number')) {
    changed.number = text('number');
    changed.numberText = changed.number && `Số: ${changed.number}`;
  }
  if (!same('place', 'date')) {
    changed.place = text('place');
    changed.date = readDay(facts.date) ?? null;
    changed.dateText = placeAndDate(changed.place, changed.date);
  }
  if (!same('title')) changed.title = linesOf(facts.title);
  if (!same('schoolYear')) changed.schoolYear = findSchoolYear(facts.schoolYear);
  if (!same('schoolType')) changed.schoolType = SCHOOL_TYPES.find((type) => type === facts.schoolType) ?? null;
  if (!same('standardSet')) changed.standardSet = text('standardSet');
  if (!same('assessmentPeriod')) changed.assessmentPeriod = text('assessmentPeriod');
  if (!same('signerRole', 'signerName')) {
    const signature = { role: text('signerRole'), name: text('signerName') };
    changed.signature = signature.role === null && signature.name === null ? null : signature;
  }
  if (!same('recipients')) changed.recipients = linesOf(facts.recipients).map((line) => line.replace(/^[-–]\s*/, ''));
  return changed;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
