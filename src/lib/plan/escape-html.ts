const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const SPECIAL = /[&<>"']/;
const ALL_SPECIAL = /[&<>"']/g;

/** Text for the inside of an element or of a quoted attribute. Most text has nothing to escape and passes through as it is. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (character) => NAMES[character]!) : text;
}
