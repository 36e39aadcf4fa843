import { AppError } from '#core/kernel/app-error.ts';
import { typedWords } from '#core/kernel/text.ts';

/** Longest comment and longest answer, in characters. */
export const COMMENT_LIMIT = 5_000;

/** What somebody says, as it is kept. @throws AppError `comment.empty`, `comment.too-long` */
export function readWords(typed: string): string {
  const words = typedWords(typed);
  if (words === '') throw new AppError('comment.empty');
  if (words.length > COMMENT_LIMIT) throw new AppError('comment.too-long', { limit: COMMENT_LIMIT });
  return words;
}
