import { fill, type MessageValues } from '#lib/messages/message.ts';
import { talk as en } from '#lib/messages/en/talk.ts';
import { talk as vi } from '#lib/messages/vi/talk.ts';

/** Sentences about comments, in the language of the page. */
export function talkWord(key: keyof typeof vi, values: MessageValues = {}): string {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return fill((locale === 'en' ? en : vi)[key], values, locale);
}
