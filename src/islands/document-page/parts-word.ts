import { fill, type MessageValues } from '#lib/messages/message.ts';
import { liveParts as en } from '#lib/messages/en/live-parts.ts';
import { liveParts as vi } from '#lib/messages/vi/live-parts.ts';

/** Sentences of the document page, in its language. */
export function partsWord(key: keyof typeof vi, values: MessageValues = {}): string {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return fill((locale === 'en' ? en : vi)[key], values, locale);
}
