import { lines, squash } from '#core/kernel/text.ts';
import type { PlanItem } from '../plan-document.ts';
import type { TimePart } from '../school-time.ts';

/** The times of a row one by one: its phrases, or the whole cell when it is a single one; none for a row without a time. */
export function timePhrases(item: PlanItem): TimePart[] {
  if (item.time.parts.length > 0) return item.time.parts;
  return item.time.text === null ? [] : [{ ...item.time, text: item.time.text }];
}

/** "Cả năm", "Từ năm 2020-2025", "giai đoạn …": two years or more, so no plan of one school year. */
export const SEVERAL_YEARS = 24;

/** A line that only says when: "Thời gian: tháng 10/2021", "Thời gian thực hiện: tháng 01/2022". */
export function labelledTimeLines(text: string): string[] {
  return sentences(text).filter((line) => /^[-+*\s]*thời (?:gian|điểm)(?: thực hiện| hoàn thành)?\s*:?\s/iu.test(line));
}

/** The sentences of a cell, one by one. */
export function sentences(text: string): string[] {
  return lines(text).flatMap((line) => line.split(/(?<=[.;])\s+(?=\p{Lu})/u));
}

/** In a narrative the time stands in the sentences of the action itself. */
export function isTakenFromAction(item: PlanItem): boolean {
  const action = squash(item.action);
  return lines(item.time.text ?? '').every((line) => action.includes(line));
}
