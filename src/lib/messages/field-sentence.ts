import type { FieldProblem } from '#core/kernel/field-problem.ts';
import type { Locale } from './locale.ts';
import { findSentence, t } from './translate.ts';

/** The sentence of a field's problem, for the field itself and for the summary above the form. */
export function fieldSentence(locale: Locale, { field, problem }: FieldProblem): { field: string; sentence: string } {
  return { field, sentence: findSentence(locale, `field.${field}.${problem}`) ?? t(locale, 'error.general') };
}
