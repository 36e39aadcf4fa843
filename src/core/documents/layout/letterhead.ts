import type { PlanDocument } from '#core/plan/plan-document.ts';
import { type PrintLetterhead, TEXT_WIDTH } from './print-model.ts';
import { balancedWidth, linesAt, textWidth } from './text-width.ts';

/** Least room between the two columns, in mm. */
const GAP = 3.5;
/** The right column in mm: what quốc hiệu takes, and what the left one can spare for a long place and date. */
const RIGHT = { least: 90, most: 101 };
/** Of the right column in mm where the names on the left need no more lines for it: for programs with a font that sets quốc hiệu wider. */
const ROOMY = 97;

/** The frame at the head of the page; null when the plan has nothing of it. */
export function letterheadOf(plan: PlanDocument): PrintLetterhead | null {
  const { governingBody, schoolName, country, motto } = plan.letterhead;
  const words = { governingBody, schoolName, country, motto, number: plan.numberText, date: plan.dateText };
  if (Object.values(words).every((part) => part === null)) return null;
  const needed = rightOf(words);
  const right = linesLeft(words, ROOMY) > linesLeft(words, needed) ? needed : Math.max(needed, ROOMY);
  const left = leftOf(right);
  const names = { governingBody: balanced(governingBody, left, false), schoolName: balanced(schoolName, left, true) };
  return { ...words, columns: [left, GAP, right], names };
}

function leftOf(right: number): number {
  return TEXT_WIDTH.portrait - right - GAP;
}

type Head = Omit<PrintLetterhead, 'columns' | 'names'>;

/** Lines that the names take beside a right column of this width. */
function linesLeft({ governingBody, schoolName, number }: Head, right: number): number {
  const width = leftOf(right);
  const lines = (text: string | null, size: number, bold: boolean) =>
    text === null ? 0 : linesAt(text, width, size, bold);
  return lines(governingBody, 12, false) + lines(schoolName, 12, true) + lines(number, 13, false);
}

/** A place and date that would break anyway takes nothing from the names. */
function rightOf({ country, motto, date }: Head): number {
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
