import type { SchoolYear } from '#core/kernel/school-year.ts';
import { fold } from '#core/kernel/text.ts';
import type { PlanDocument } from './plan-document.ts';
import { LONGEST_SPAN } from './plan-scope.ts';

export interface YearSpan {
  first: SchoolYear;
  last: SchoolYear;
}

/** What the words of a document make one think of; only ever offered to a person. */
export type KindSuggestion = { scope: 'strategy'; span: YearSpan | null } | { scope: 'group'; groupId: string };

const SPAN =
  /(?:giai doan|thoi ky|tu nam(?: hoc)?|nam)\s*:?\s*((?:19|20)\d\d)\s*(?:[-\u2010-\u2015/]|den(?: nam)?)\s*((?:19|20)\d\d)(?!\d)/g;

/** "giai đoạn 2020-2025", "từ năm 2020 đến năm 2025": the first school year and the last, which ends in the second year. */
export function findSpan(text: string): YearSpan | null {
  for (const [, from, to] of fold(text).matchAll(SPAN)) {
    const [first, last] = [Number(from), Number(to) - 1];
    if (last > first && last - first < LONGEST_SPAN) return { first: { start: first }, last: { start: last } };
  }
  return null;
}

type Named = Pick<PlanDocument, 'title' | 'letterhead'> & Partial<Pick<PlanDocument, 'sections'>>;

/**
 * A strategy says so in its title, or is of a span of years there (a yearly plan that mentions one in its text is none); a plan of a
 * group names the group in its title or its letterhead. Null when it reads like a plan of a year.
 */
export function suggestKind(plan: Named, groups: readonly { id: string; name: string }[]): KindSuggestion | null {
  const title = plan.title.join(' ');
  const span = findSpan(title);
  if (span !== null || /\bchien luoc\b/.test(fold(title))) {
    const lines = (plan.sections ?? []).flatMap((section) => [section.title, ...section.lines.map(({ text }) => text)]);
    return { scope: 'strategy', span: span ?? lines.map(findSpan).find((each) => each !== null) ?? null };
  }
  const { governingBody, schoolName } = plan.letterhead;
  const words = ` ${fold([title, governingBody, schoolName].join(' '))} `;
  // The longest name that is there: "Tổ Lá" stands in "Tổ Lá 2" too.
  const [group] = groups
    .filter(({ name }) => words.includes(` ${fold(name)} `))
    .toSorted((a, b) => b.name.length - a.name.length);
  return group ? { scope: 'group', groupId: group.id } : null;
}
