import type { Locale } from '#lib/messages/locale.ts';
import { t } from '#lib/messages/translate.ts';
import { FACTS, type Facts, factsOf, readDay, withFacts } from '#lib/plan/plan-facts.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { Context } from '#server/identity/context.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { textOf } from './text-of.ts';

export interface FactsProblem {
  status: 400 | 409;
  form: {
    /** As typed; nothing is lost. */
    facts: Facts;
    problems: { field: string; sentence: string }[];
    /** How the document stands, when somebody else was first. */
    stored: Facts | null;
    version: number;
  };
}

type Parts = Omit<PlanDocument, 'items'>;

/**
 * Saves the facts of a form, and what else `change` makes of the parts, if they are still in the version that the form was shown in.
 * @returns null when saved
 */
export async function saveFacts(
  locals: { locale: Locale; context(): Context },
  planId: string,
  form: FormData,
  change: (parts: Parts) => Parts = (parts) => parts,
): Promise<FactsProblem | null> {
  const facts = Object.fromEntries(FACTS.map((name) => [name, textOf(form, name)])) as Facts;
  const version = Number(textOf(form, 'version'));
  if (readDay(facts.date) === undefined) {
    const problems = [{ field: 'date', sentence: t(locals.locale, 'facts.date.wrong') }];
    return { status: 400, form: { facts, problems, stored: null, version } };
  }
  const result = await editPlanParts(locals.context(), {
    planId,
    version,
    change: (parts) => change(withFacts(parts, facts)),
  });
  if (result.saved) return null;
  const { current } = result;
  return { status: 409, form: { facts, problems: [], stored: factsOf(current.parts), version: current.version } };
}
