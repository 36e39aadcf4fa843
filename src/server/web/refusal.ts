import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { httpStatusOf } from '#server/web/http-status.ts';

/** What a form says when its use case refused: our own errors as a status and a sentence; everything else goes on being thrown. */
export function refusal(locale: Locale, error: unknown): { status: number; sentence: string } {
  if (!(error instanceof AppError)) throw error;
  return { status: httpStatusOf(error.code), sentence: errorSentence(locale, error.code, error.details) };
}
