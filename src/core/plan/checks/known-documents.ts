import {
  findLegalDocument,
  findLegalDocuments,
  type LegalDocument,
  type LegalLibrary,
} from '#core/standards/legal-document.ts';

/** Several rules ask for the same few numbers each time a plan is checked, so what was found is kept beside the library. */
const found = new WeakMap<LegalLibrary, Map<string, LegalDocument[]>>();

/** `findLegalDocuments`, remembered. */
export function knownDocuments(library: LegalLibrary, number: string): LegalDocument[] {
  const byNumber = found.get(library) ?? new Map<string, LegalDocument[]>();
  found.set(library, byNumber);
  const documents = byNumber.get(number) ?? findLegalDocuments(library, number);
  if (byNumber.size < MOST) byNumber.set(number, documents);
  return documents;
}

/** `findLegalDocument`, remembered. */
export function knownDocument(library: LegalLibrary, number: string, date: string | null = null): LegalDocument | null {
  return findLegalDocument({ ...library, documents: knownDocuments(library, number) }, number, date);
}

const MOST = 10_000;
