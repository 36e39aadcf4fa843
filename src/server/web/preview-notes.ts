import { blankForm, completeForm } from '#core/documents/layout/bieu-2-sections.ts';
import { fieldsLeftOut } from '#core/documents/layout/layout-plan.ts';
import { missingLetterhead, ownLetterhead } from '#core/plan/own-letterhead.ts';
import type { Letterhead, PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import type { Context } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { getPlan, type Plan } from '#server/plan/get-plan.ts';

/** What a person should know before a plan is printed in a layout. */
export function previewNotes(document: PlanDocument, layout: PlanLayoutName) {
  return {
    /** Facts of rows that the plan has and the layout has no room for. */
    leftOut: fieldsLeftOut(document, layout),
    /** Sections of the form in which nothing is written. */
    blank: layout === 'bieu-2' ? blankForm(document.sections) : [],
  };
}

/** The lines that the head of the document lacks, from what the school says of itself; null when it lacks none. */
export function offeredLetterhead(
  plan: Pick<Plan, 'parts' | 'scope' | 'group'>,
  school: { name: string; governingBody: string | null },
): Partial<Letterhead> | null {
  if (plan.scope === 'group' && plan.group === null) return null;
  return missingLetterhead(plan.parts.letterhead, ownLetterhead(school, plan.group?.name ?? null));
}

/**
 * How the document changes when a person confirms what the preview offers: its `letterhead`, the `sections` of the form, or nothing. Only
 * what is missing is put in.
 */
export async function changeThatAdds(
  context: Context,
  planId: string,
  what: string,
): Promise<(parts: Plan['parts']) => Plan['parts']> {
  if (what === 'sections') return (parts) => ({ ...parts, sections: completeForm(parts.sections) });
  if (what !== 'letterhead') return (parts) => parts;
  const [plan, school] = await Promise.all([getPlan(context, { planId }), findSchool(context)]);
  return (parts) => ({
    ...parts,
    letterhead: { ...parts.letterhead, ...offeredLetterhead({ ...plan, parts }, school) },
  });
}
