import type { SchoolTime } from '#core/plan/school-time.ts';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';

export function readTime(text: string, start = 2021): SchoolTime {
  return parseSchoolTime(text, { schoolYear: { start } });
}

/** "2021-09..2022-05", with what is remarkable behind it. */
export function briefTime(time: SchoolTime): string {
  return [
    `${time.start ?? ''}..${time.end ?? ''}`,
    time.openEnded ? 'open' : '',
    time.recurrence ?? '',
    time.condition === null ? '' : `(${time.condition})`,
    time.needsReview ? `? ${time.suggestion ?? ''}`.trim() : '',
  ]
    .filter((piece) => piece !== '')
    .join(' ');
}
