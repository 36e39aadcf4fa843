import { fill, type MessageValues } from '#lib/messages/message.ts';
import { planTable as en } from '#lib/messages/en/plan-table.ts';
import { planTable as vi } from '#lib/messages/vi/plan-table.ts';

/** Sentences of the table, in the language of the page. */
export function word(key: keyof typeof vi, values: MessageValues = {}): string {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return fill((locale === 'en' ? en : vi)[key], values, locale);
}
