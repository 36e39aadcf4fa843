import type { Locale } from '#lib/messages/locale.ts';
import { t } from '#lib/messages/translate.ts';
import { FACTS, type Facts, readDay } from '#lib/plan/plan-facts.ts';
import { textOf } from './text-of.ts';

export interface FactProblem {
  field: string;
  sentence: string;
}

/** The facts of a form as typed, and what cannot be a fact among them. */
export function typedFacts(locale: Locale, form: FormData): { facts: Facts; problems: FactProblem[] } {
  const facts = Object.fromEntries(FACTS.map((name) => [name, textOf(form, name)])) as Facts;
  const isDay = readDay(facts.date) !== undefined;
  return { facts, problems: isDay ? [] : [{ field: 'date', sentence: t(locale, 'facts.date.wrong') }] };
}
