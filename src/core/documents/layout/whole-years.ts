/**
 * A text whose school years written with blanks, "2026 – 2027", do not break over two lines: the blanks become such as do not
 * break. Reading takes them for plain ones again.
 */
export function withWholeYears(text: string): string {
  return text.replace(/\b((?:19|20)\d\d) ([–-]) (?=(?:19|20)\d\d\b)/gu, '$1\u00A0$2\u00A0');
}

/** Two years with a dash between them, behind which a line may break all the same, before a blank too that does not (Unicode, LB12a). */
export const JOINED_YEARS = /\b(?:19|20)\d\d(?:–|\u00A0[–-]\u00A0)(?:19|20)\d\d\b/gu;

/** The hyphen of a school year written without blanks, behind which Word ends a line. */
export const HYPHEN_OF_YEARS = /(?<=\b(?:19|20)\d\d)-(?=(?:19|20)\d\d\b)/u;
