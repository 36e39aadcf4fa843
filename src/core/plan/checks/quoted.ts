import { squash } from '#core/kernel/text.ts';

const LONGEST = 90;

/** In Vietnamese quotation marks, on one line, shortened between words. */
export function quoted(text: string, longest = LONGEST): string {
  const line = squash(text);
  if (line.length <= longest) return `“${line}”`;
  return `“${line.slice(0, line.lastIndexOf(' ', longest) + 1).trim() || line.slice(0, longest)} …”`;
}

export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || !/[\p{L}\p{N}]/u.test(text);
}

/** The row as people call it: its criterion, or the first words of what it is about. */
export function rowName(item: { criterion: string | null; need: string | null; action: string }): string {
  return item.criterion === null
    ? `Hàng ${quoted((item.need ?? item.action).replace(/^[-+*•·\s]+/, ''))}`
    : `Tiêu chí ${item.criterion}`;
}
