import { en } from './en.ts';
import type { Locale } from './locale.ts';
import { fill, type MessageValues, type ParamsOf } from './message.ts';
import { vi } from './vi.ts';

export type MessageKey = keyof typeof vi;

type Values<Key extends MessageKey> = { readonly [Name in ParamsOf<(typeof vi)[Key]>]: string | number };

/** The second argument exists exactly when the sentence has words in braces. */
type Rest<Key extends MessageKey> = [ParamsOf<(typeof vi)[Key]>] extends [never] ? [] : [values: Values<Key>];

export type Translate = <Key extends MessageKey>(key: Key, ...values: Rest<Key>) => string;

/** The sentence of a key in a language, its `{words}` filled in. */
export function t<Key extends MessageKey>(locale: Locale, key: Key, ...values: Rest<Key>): string {
  return fill((locale === 'en' ? en : vi)[key], values[0] ?? {}, locale);
}

/** `t` with the language already chosen. */
export function translator(locale: Locale): Translate {
  return (key, ...values) => t(locale, key, ...values);
}

/** For keys that are built at run time (error codes, names from data); null when there is no such sentence. */
export function findSentence(locale: Locale, key: string, values: MessageValues = {}): string | null {
  if (!Object.hasOwn(vi, key)) return null;
  return fill((locale === 'en' ? en : vi)[key as MessageKey], values, locale);
}
