import type { SchoolType } from '#core/organisations/school-type.ts';
import { fold } from '#core/kernel/text.ts';

/** A law, decree, circular or letter that schools cite. From `standards/legal-documents.yaml`. */
export interface LegalDocument {
  /** As printed, "19/2018/TT-BGDĐT". */
  number: string;
  /** Tên loại as printed, "Thông tư". */
  kind: string;
  issuer: string;
  /** YYYY-MM-DD; null when not known or the sources contradict each other. */
  issued: string | null;
  effective: string | null;
  /** Trích yếu, without the name of the kind. */
  title: string | null;
  /** Stages whose schools usually cite it. */
  schoolTypes: Exclude<SchoolType, 'multi-level'>[];
  replacedBy: string[];
  /** First day on which it is no longer in force; null: in force, or not known. */
  inForceUntil: string | null;
  /** Its successor came grade by grade: until this day some classes still used it, so nobody is told that it ended. */
  stillUsedUntil?: string | null;
  amendedBy: string[];
  /** Number, date and title were seen in `source`, except for `unverifiedFields`. */
  verified: boolean;
  unverifiedFields: LegalField[];
  source: string;
  confidence: 'high' | 'medium' | 'low' | null;
  /** Other ways in which its number is printed. */
  otherNumbers: string[];
  /** Words that stand in the title in other copies. */
  titleVariants: string[];
  note: string | null;
}

export const LEGAL_FIELDS = [
  'number',
  'issued',
  'effective',
  'title',
  'replacedBy',
  'inForceUntil',
  'amendedBy',
] as const;
export type LegalField = (typeof LEGAL_FIELDS)[number];

export interface LegalLibrary {
  /** YYYY-MM-DD on which the list was compiled. */
  compiled: string;
  documents: LegalDocument[];
  unknowns: string[];
}

/**
 * All documents printed under the number: several for consolidated texts (VBHN), whose numbers begin again each year. Case,
 * spaces, "&", Đ or D and a leading zero do not matter.
 */
export function findLegalDocuments(library: LegalLibrary, number: string): LegalDocument[] {
  const key = numberKey(number);
  return library.documents.filter((document) =>
    [document.number, ...document.otherNumbers].some((each) => numberKey(each) === key),
  );
}

/** The one document under the number, by its date where several share the number; null when unknown or undecided. */
export function findLegalDocument(
  library: LegalLibrary,
  number: string,
  date: string | null = null,
): LegalDocument | null {
  const found = findLegalDocuments(library, number);
  const dated = found.filter((document) => !isNumberedYearly(document) || document.issued === date);
  return dated.length === 1 ? (dated[0] ?? null) : null;
}

/** Its number is given again each year, so number and date together name it: a date can then not be called wrong. */
export function isNumberedYearly(document: LegalDocument): boolean {
  return /VBHN/i.test(document.number);
}

/** Whether an error may rest on the field. Never on a field that is null. */
export function isVerified(document: LegalDocument, field: LegalField): boolean {
  return document.verified && !document.unverifiedFields.includes(field) && document[field] !== null;
}

export interface ForceState {
  state: 'not-issued' | 'not-yet' | 'in-force' | 'no-longer' | 'unknown';
  /** Every field that the answer rests on is verified; otherwise it is good for a hint only. */
  verified: boolean;
}

/**
 * Whether the document was in force on a day (YYYY-MM-DD). `inForceUntil` is the first day after; a null there means "in force"
 * only while nothing is known to replace it, and is never verified.
 */
export function wasInForce(document: LegalDocument, date: string): ForceState {
  const { issued, effective, inForceUntil } = document;
  if (issued !== null && date < issued) return { state: 'not-issued', verified: isVerified(document, 'issued') };
  if (inForceUntil !== null && date >= inForceUntil) {
    const phasing = date <= (document.stillUsedUntil ?? '');
    if (phasing) return { state: 'unknown', verified: false };
    return { state: 'no-longer', verified: isVerified(document, 'inForceUntil') };
  }
  if (effective !== null && date < effective) return { state: 'not-yet', verified: isVerified(document, 'effective') };
  if (inForceUntil === null && document.replacedBy.length > 0) return { state: 'unknown', verified: false };
  if (effective === null && issued === null) return { state: 'unknown', verified: false };
  return { state: 'in-force', verified: isVerified(document, 'effective') && isVerified(document, 'inForceUntil') };
}

/** "Số: 05/2014/TT-BGD&ĐT" -> "5/2014/tt-bgddt". */
function numberKey(number: string): string {
  return fold(number)
    .replace(/^so\s*:?/, '')
    .replace(/[^a-z0-9/:-]/g, '')
    .replace(/^0+(?=\d)/, '');
}

/** Names one document for good: consolidated texts share their numbers from year to year. */
export function legalKey({ number, issued }: Pick<LegalDocument, 'number' | 'issued'>): string {
  return issued === null ? number : `${number} ${issued}`;
}

/** The document that a `legalKey` names; null for anything else. */
export function findByLegalKey(library: LegalLibrary, key: string): LegalDocument | null {
  return library.documents.find((document) => legalKey(document) === key) ?? null;
}
