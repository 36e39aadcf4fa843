import type { PlanDocument } from '#core/plan/plan-document.ts';
import { type PrintLetterhead, TEXT_WIDTH } from './print-model.ts';
import { balancedWidth, textWidth } from './text-width.ts';

/** Least room between the two columns, in mm. */
const GAP = 3.5;
/** The right column in mm: what quốc hiệu takes, and what the left one can spare for a long place and date. */
const RIGHT = { least: 90, most: 101 };

/** The frame at the head of the page; null when the plan has nothing of it. */
export function letterheadOf(plan: PlanDocument): PrintLetterhead | null {
  const { governingBody, schoolName, country, motto } = plan.letterhead;
  const words = { governingBody, schoolName, country, motto, number: plan.numberText, date: plan.dateText };
  if (Object.values(words).every((part) => part === null)) return null;
  const right = rightOf(words);
  const left = TEXT_WIDTH.portrait - right - GAP;
  const names = { governingBody: balanced(governingBody, left, false), schoolName: balanced(schoolName, left, true) };
  return { ...words, columns: [left, GAP, right], names };
}

/** A place and date that would break anyway takes nothing from the names. */
function rightOf({ country, motto, date }: Pick<PrintLetterhead, 'country' | 'motto' | 'date'>): number {
  const widths = [widthOf(country, 12, true), widthOf(motto, 13, true), widthOf(date, 13, false)];
  return widths.filter((width) => width <= RIGHT.most).reduce((most, width) => Math.max(most, width), RIGHT.least);
}

function widthOf(text: string | null, size: number, bold: boolean): number {
  return Math.max(...(text ?? '').split('\n').map((line) => textWidth(line, size, bold))) + 1.5;
}

/** Width in mm at which a long name breaks into lines of about equal length. */
function balanced(name: string | null, room: number, bold: boolean): number {
  return name === null ? 0 : Math.min(room, balancedWidth(name, room, 12, bold) + 1);
}
