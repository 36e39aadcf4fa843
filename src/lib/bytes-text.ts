import type { Locale } from './messages/locale.ts';

/** "12,4 MB" */
export function bytesText(bytes: number, locale: Locale): string {
  const [value, unit] =
    bytes >= 1000 * 1024 ** 2
      ? [bytes / 1024 ** 3, 'GB']
      : bytes >= 1000 * 1024
        ? [bytes / 1024 ** 2, 'MB']
        : [bytes / 1024, 'KB'];
  return `${value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })} ${unit}`;
}
