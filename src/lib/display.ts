/** Percent of the reader's own text size. */
export const TEXT_SIZES = ['90', '100', '112', '125', '150'] as const;

export type TextSize = (typeof TEXT_SIZES)[number];
export type Contrast = 'normal' | 'high';

export function readTextSize(remembered: string | undefined): TextSize {
  return TEXT_SIZES.find((size) => size === remembered) ?? '100';
}

export function readContrast(remembered: string | undefined): Contrast {
  return remembered === 'high' ? 'high' : 'normal';
}

/** One step smaller or larger; stays at the ends. */
export function stepTextSize(size: TextSize, step: -1 | 1): TextSize {
  return TEXT_SIZES[TEXT_SIZES.indexOf(size) + step] ?? size;
}
