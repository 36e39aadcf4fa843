/**
 * Percentages as printed: exact, halves up, without the surprises of binary fractions (1.005 -> 1.00). `part` and `whole` are
 * counts.
 */
export function percentOf(part: number, whole: number, digits = 1): number | null {
  if (whole === 0) return null;
  return Number(scaled(part, whole, digits)) / 10 ** digits;
}

/** "66,7%", "100%": decimal comma unless told otherwise, no zeros at the end; "–" when there is nothing to count. */
export function percentText(part: number, whole: number, options: { digits?: number; mark?: ',' | '.' } = {}): string {
  const { digits = 1, mark = ',' } = options;
  if (whole === 0) return '–';
  const number = scaled(part, whole, digits)
    .toString()
    .padStart(digits + 1, '0');
  const fraction = number.slice(number.length - digits).replace(/0+$/, '');
  const integer = number.slice(0, number.length - digits);
  return fraction === '' || digits === 0 ? `${integer}%` : `${integer}${mark}${fraction}%`;
}

/** The percentage times 10^digits, rounded half up. */
function scaled(part: number, whole: number, digits: number): bigint {
  const top = BigInt(part) * 100n * 10n ** BigInt(digits);
  return (2n * top + BigInt(whole)) / (2n * BigInt(whole));
}
