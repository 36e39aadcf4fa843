import type { FindingPlace } from '../finding.ts';
import type { ItemField, PlanItem } from '../plan-document.ts';
import type { Place } from '#core/documents/block.ts';

const NOWHERE: FindingPlace = { part: 'document', item: null, field: null, section: null, quote: null, place: null };

/** The document as a whole; with a field when it is about one column. */
export function inDocument(quote: string | null = null, field: ItemField | null = null): FindingPlace {
  return { ...NOWHERE, quote, field };
}

export function inPart(
  part: 'letterhead' | 'title' | 'signature' | 'recipients',
  quote: string | null = null,
): FindingPlace {
  return { ...NOWHERE, part, quote };
}

export function inSection(path: string | null, quote: string | null, place: Place | null = null): FindingPlace {
  return { ...NOWHERE, part: 'section', section: path, quote, place };
}

export function inItem(item: PlanItem, field: ItemField | null, quote: string | null = null): FindingPlace {
  return { ...NOWHERE, part: 'item', item: item.id, field, quote, place: item.source };
}
