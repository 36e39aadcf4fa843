import { parseDocumentDate } from '#core/plan/document-date.ts';
import { parseNumberLine } from '#core/plan/document-number.ts';
import type { Recognition } from './recognition.ts';

const ATTACHED =
  /kèm theo\s+kế hoạch\s+(số\s*:?\s*\d{1,5}[a-z]?\s*\/\s*[\p{L}\d&-]+)(?:\s*,?\s*(ngày\s+[^)]{6,40}))?/iu;

/** Symbols of the bodies above a school: what is attached to their plan has no number of its own from it. */
const ABOVE = /UBND|GD&?ĐT|VHXH/iu;

/**
 * A sheet or an appendix that holds the rows of a plan names that plan below its title, "(Kèm theo Kế hoạch số 77/KH-THPT ngày
 * 15/9/2025)": its number and date are those of the document when no letterhead says them.
 */
export function readAttachedNumber({ plan }: Recognition): void {
  if (plan.numberText !== null) return;
  const [, numberText, dateText] = ATTACHED.exec(plan.title.join(' ')) ?? [];
  if (numberText === undefined) return;
  const { number, symbol } = parseNumberLine(numberText);
  if (number === null || ABOVE.test(symbol ?? '')) return;
  Object.assign(plan, { numberText, number });
  const typed = parseDocumentDate(dateText ?? '');
  if (plan.dateText === null && typed.date !== null)
    Object.assign(plan, { dateText: typed.dateText, date: typed.date });
}
