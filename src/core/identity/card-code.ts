/** Digits are read aloud and typed on every telephone; four groups of four, as on a bank card. 53 bits. */
export const CARD_CODE_DIGITS = 16;

/** "1234 5678 9012 3456" */
export function cardCodeText(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** The code that was typed or came with the picture on the card; null for what is none. */
export function readCardCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.-]/g, '');
  return digits.length === CARD_CODE_DIGITS && /^\d+$/.test(digits) ? digits : null;
}
