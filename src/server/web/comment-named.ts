import { textOf } from './text-of.ts';
import { versionOf } from './version-of.ts';

/** The comment that a form is about, in the version in which it was shown. */
export function commentNamed(form: FormData): { commentId: string; version: number } {
  return { commentId: textOf(form, 'comment'), version: versionOf(form) };
}
