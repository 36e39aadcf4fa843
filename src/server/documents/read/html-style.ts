import type { TextStyle } from '#core/documents/block.ts';
import { attribute, css, type HtmlElement } from './html-node.ts';

const BOLD = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ITALIC = new Set(['i', 'em', 'cite']);

/** The style of an element's text: its tag and inline style over what it inherits. Style sheets are not read. */
export function applyStyle(node: HtmlElement, inherited: TextStyle): TextStyle {
  const style = { ...inherited };
  const { tagName } = node;
  if (BOLD.has(tagName)) style.bold = true;
  if (ITALIC.has(tagName)) style.italic = true;
  if (tagName === 'u' || tagName === 'ins') style.underline = true;
  if (/^h[1-6]$/.test(tagName)) style.heading = Number(tagName[1]);
  const weight = css(node, 'font-weight');
  if (weight) style.bold = /bold/.test(weight) || Number(weight) >= 600;
  const slant = css(node, 'font-style');
  if (slant) style.italic = /italic|oblique/.test(slant);
  if (/underline/.test(css(node, 'text-decoration') ?? css(node, 'text-decoration-line') ?? '')) style.underline = true;
  const align = tagName === 'center' ? 'center' : (css(node, 'text-align') ?? attribute(node, 'align')?.toLowerCase());
  if (align === 'left' || align === 'center' || align === 'right' || align === 'justify') style.align = align;
  const size = pointsOf(css(node, 'font-size'));
  if (size) style.size = size;
  return style;
}

function pointsOf(size: string | undefined): number | undefined {
  const match = /^([\d.]+)\s*(pt|px)$/.exec(size ?? '');
  if (!match) return undefined;
  const points = Number(match[1]) * (match[2] === 'px' ? 0.75 : 1);
  return points > 0 ? Math.round(points * 2) / 2 : undefined;
}
