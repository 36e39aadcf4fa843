import type { Finding } from '#core/plan/finding.ts';

const LAST_MONTH = /\d{1,2}\s*[/.-]\s*(?:\d{1,2}\s*[/.-]\s*)?\d{4,5}(?!.*\d{1,2}\s*[/.-]\s*\d{4})/su;
const FIRST_MONTH = /\d{1,2}\s*[/.-]\s*\d{4,5}/su;
/** The suggestion is the right moment for one end of the quoted time, not for all of it. */
const ONE_MOMENT: Readonly<Record<string, RegExp>> = {
  'time-end-before-start': LAST_MONTH,
  'time-impossible': /\d{1,2}\s*[/.-]\s*\d{5}|(?:1[3-9]|[2-9]\d)\s*[/.-]\s*\d{4}|\d{1,2}\s*[/.-]\s*\d{4}/su,
  'time-outside-school-year': FIRST_MONTH,
};

/**
 * The cell's text with the fault mended as the finding suggests; null when there is no suggestion, the quoted words are not in the
 * text (any more), or it is not clear what the suggestion would replace. Nothing else of the text changes.
 */
export function mendedText(text: string, finding: Pick<Finding, 'rule' | 'suggestion' | 'where'>): string | null {
  const { suggestion } = finding;
  const { quote } = finding.where;
  if (suggestion === null || quote === null || quote === '') return null;
  const found = findQuote(text, quote);
  if (found === null) return null;
  const moment = ONE_MOMENT[finding.rule];
  const right = moment ? replaceMoment(found.words, moment, suggestion) : suggestion;
  if (right === null || right === found.words) return null;
  return text.slice(0, found.index) + right + text.slice(found.index + found.words.length);
}

function replaceMoment(words: string, moment: RegExp, suggestion: string): string | null {
  const match = moment.exec(words);
  return match ? words.slice(0, match.index) + suggestion + words.slice(match.index + match[0].length) : null;
}

/** A quote has its blanks squashed; the text may break the line there. Found once or not at all: twice is not clear. */
function findQuote(text: string, quote: string): { index: number; words: string } | null {
  const pattern = quote
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const matches = [...text.matchAll(new RegExp(pattern, 'gu'))];
  const [only] = matches;
  return only && matches.length === 1 ? { index: only.index, words: only[0] } : null;
}
