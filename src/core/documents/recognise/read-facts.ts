import { findSchoolYear } from '#core/kernel/school-year.ts';
import { fold } from '#core/kernel/text.ts';
import { assessmentPeriodOf } from '#core/plan/assessment-period.ts';
import { schoolNameIn } from '#core/plan/school-name.ts';
import { schoolTypeOf } from '#core/plan/school-type.ts';
import { standardSetOf } from '#core/plan/standard-set-of.ts';
import type { Recognition } from './recognition.ts';

/** Facts stand in the running text, and near the top: pages of rows need not be searched for them. */
const MOST_LINES = 400;
const MOST_CELLS = 40;

/** Facts of the document that stand in its words: school, type, year, standard set, assessment period. */
export function readFacts(state: Recognition): void {
  const { plan } = state;
  const body = state.flow.slice(state.bodyStart, state.bodyEnd);
  const lines = body.filter((part) => part.kind === 'line').map(({ text }) => text);
  const cells = body.flatMap((part) => (part.kind === 'table' ? part.paragraphs.map(({ text }) => text) : []));
  const texts = [...plan.title, ...lines.slice(0, MOST_LINES), ...cells.slice(0, MOST_CELLS)];
  // A decision in front of the plan names the year and the circular as well.
  const before = state.flow.slice(0, state.bodyStart).flatMap((part) => (part.kind === 'line' ? part.text : []));
  plan.schoolName = plan.letterhead.schoolName ?? firstOf(texts, schoolNameIn);
  plan.schoolType = schoolTypeOf(plan.schoolName, texts);
  plan.schoolYear = findSchoolYear(plan.title.join('\n')) ?? yearOfText([...texts, ...before]);
  plan.standardSet = standardSetOf([...texts, ...before], plan.schoolType, state.knowledge.sets);
  plan.assessmentPeriod = assessmentPeriodOf(texts);
}

/** "năm học 2025-2026" where the text first says it. */
function yearOfText(texts: string[]): ReturnType<typeof findSchoolYear> {
  return firstOf(texts, (text) => {
    if (!/\d/.test(text)) return null;
    const said = /nam hoc\s*:?\s*\d{4}|^(?:ke hoach|kh) cai tien\b\D{0,60}\d{4}\s*-\s*\d{4}/.exec(fold(text));
    return said === null ? null : findSchoolYear(text);
  });
}

function firstOf<T>(texts: string[], find: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}
