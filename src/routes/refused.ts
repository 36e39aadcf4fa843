import { type ActionFailure, fail } from '@sveltejs/kit';
import type { Locale } from '#lib/messages/locale.ts';
import { refusal } from '#server/web/refusal.ts';

/** The answer of a form whose use case refused, with its sentence and nothing else. */
export function refused(error: unknown, locale: Locale): ActionFailure<{ sentence: string }> {
  const { status, sentence } = refusal(locale, error);
  return fail(status, { sentence });
}
