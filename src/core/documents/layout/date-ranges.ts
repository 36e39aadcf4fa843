/** A range written without blanks, "9/2026-5/2027", may break behind its hyphen: a blank without width says so. */
export function withRangeBreaks(text: string): string {
  return text.replace(/(\/(?:19|20)\d\d[-–])(?=\d{1,2}\/(?:\d{1,2}\/)?(?:19|20)\d\d(?!\d))/gu, '$1\u200B');
}
