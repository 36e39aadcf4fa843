import { attribute, css, type HtmlElement } from './html-node.ts';
import { formatNumber } from './number-label.ts';

const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
};

const BULLETS: Record<string, string> = { circle: '○', square: '▪' };

export function startOfList(list: HtmlElement): number {
  const start = Number(attribute(list, 'start') ?? 1);
  return Number.isInteger(start) ? start : 1;
}

/** The label that a browser puts before an item; null when it is told to put none. */
export function itemLabel(list: HtmlElement, item: HtmlElement, number: number): string | null {
  const type = listType(item) ?? listType(list);
  if (type === 'none') return null;
  if (list.tagName === 'ul') return BULLETS[type ?? ''] ?? '•';
  return `${formatNumber(number, FORMATS[type ?? '1'] ?? 'decimal')}.`;
}

function listType(node: HtmlElement): string | undefined {
  return css(node, 'list-style-type') ?? css(node, 'list-style')?.split(/\s/)[0] ?? attribute(node, 'type');
}
