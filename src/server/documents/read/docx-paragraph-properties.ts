import type { TextStyle } from '#core/documents/block.ts';
import { elements, type XmlNode } from './xml-tree.ts';

/** What a `w:pPr` says, of a paragraph or of a style. */
export interface ParagraphProperties {
  styleId?: string | undefined;
  align?: TextStyle['align'] | undefined;
  outline?: string | undefined;
  /** The list that it is in, as far as it says so itself. */
  list?: { numId?: string | undefined; level?: string | undefined };
  /** A section ends with the paragraph. */
  section?: XmlNode;
  /** A tracked change took the paragraph mark away: the text runs on into the next paragraph. */
  markDeleted?: boolean;
}

const NO_PROPERTIES: ParagraphProperties = Object.freeze({});

export function readParagraphProperties(pPr: XmlNode | undefined): ParagraphProperties {
  if (pPr === undefined) return NO_PROPERTIES;
  const properties: ParagraphProperties = {};
  for (const property of elements(pPr)) addTo(properties, property);
  return properties;
}

function addTo(properties: ParagraphProperties, property: XmlNode): void {
  switch (property.name) {
    case 'w:pStyle':
      properties.styleId ??= property.attributes['w:val'];
      return;
    case 'w:jc':
      properties.align ??= ALIGN[property.attributes['w:val'] ?? ''];
      return;
    case 'w:outlineLvl':
      properties.outline ??= property.attributes['w:val'];
      return;
    case 'w:numPr':
      properties.list ??= readList(property);
      return;
    case 'w:sectPr':
      properties.section ??= property;
      return;
    case 'w:rPr':
      properties.markDeleted ??= elements(property).some(({ name }) => name === 'w:del' || name === 'w:moveFrom');
  }
}

function readList(numPr: XmlNode): NonNullable<ParagraphProperties['list']> {
  const list: ParagraphProperties['list'] = {};
  for (const { name, attributes } of elements(numPr)) {
    if (name === 'w:numId') list.numId ??= attributes['w:val'];
    else if (name === 'w:ilvl') list.level ??= attributes['w:val'];
  }
  return list;
}

const ALIGN: Record<string, NonNullable<TextStyle['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};
