import type { FindingPlace } from '../finding.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { inSection } from './finding-place.ts';

export function basisPlace(basis: LegalBasis, quote: string | null = basis.text): FindingPlace {
  return inSection(basis.section, quote, basis.place);
}

/** "Thông tư 19/2018/TT-BGDĐT", for messages. */
export function basisName({ kind, number, text }: LegalBasis): string {
  return number === null ? text : `${kind ?? 'Văn bản'} ${number}`;
}
