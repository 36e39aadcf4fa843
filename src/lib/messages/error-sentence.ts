import type { Locale } from './locale.ts';
import type { MessageValues } from './message.ts';
import { findSentence, t } from './translate.ts';

/**
 * The sentence for an `AppError` code: what happened, what was kept, what to do. Sentences live under `error.<code>` in the
 * `errors` area; a code without a sentence gets the general one.
 */
export function errorSentence(locale: Locale, code: string, details: MessageValues = {}): string {
  return findSentence(locale, `error.${code}`, details) ?? t(locale, 'error.general');
}
