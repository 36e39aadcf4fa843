import { textOf } from './text-of.ts';

/** The version that a form was shown in; 0, which no row has, for what is no version. */
export function versionOf(form: FormData): number {
  const text = textOf(form, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
