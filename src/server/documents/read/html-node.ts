import type { DefaultTreeAdapterMap } from 'parse5';

export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** Children as a browser shows them: a `template` shows none. */
export function childrenOf(node: HtmlNode): HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function elementsOf(node: HtmlNode): HtmlElement[] {
  return childrenOf(node).filter(isElement);
}

export function attribute(node: HtmlElement, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value;
}

/** Elements whose content nobody reads. */
export const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'meta',
  'link',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'map',
  'datalist',
  'xml',
  'select',
  'textarea',
]);

/** A declaration of an inline style: "text-align:center" -> center. */
export function css(node: HtmlElement, property: string): string | undefined {
  const style = attribute(node, 'style');
  if (style === undefined) return undefined;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase();
  }
  return undefined;
}

export function isHidden(node: HtmlElement): boolean {
  return (
    attribute(node, 'hidden') !== undefined ||
    css(node, 'display') === 'none' ||
    css(node, 'mso-hide') === 'all' ||
    css(node, 'visibility') === 'hidden'
  );
}
