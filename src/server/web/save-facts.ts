import type { Locale } from '#lib/messages/locale.ts';
import { type Facts, factsOf, withFacts } from '#lib/plan/plan-facts.ts';
import type { Context } from '#server/identity/context.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { type FactProblem, typedFacts } from './typed-facts.ts';
import { versionOf } from './version-of.ts';

export interface FactsProblem {
  status: 400 | 409;
  form: {
    /** As typed; nothing is lost. */
    facts: Facts;
    problems: FactProblem[];
    /** How the document stands, when somebody else was first. */
    stored: Facts | null;
    version: number;
  };
}

/** Saves the facts of a form, if they are still in the version that the form was shown in. @returns null when saved */
export async function saveFacts(
  locals: { locale: Locale; context(): Context },
  planId: string,
  form: FormData,
): Promise<FactsProblem | null> {
  const { facts, problems } = typedFacts(locals.locale, form);
  const version = versionOf(form);
  if (problems.length > 0) return { status: 400, form: { facts, problems, stored: null, version } };
  const result = await editPlanParts(locals.context(), {
    planId,
    version,
    change: (parts) => withFacts(parts, facts),
  });
  if (result.saved) return null;
  const { current } = result;
  return { status: 409, form: { facts, problems, stored: factsOf(current.parts), version: current.version } };
}
