import { placeForBasis, type ChangeTexts, withBases } from '#core/plan/basis-lines.ts';
import type { Section } from '#core/plan/plan-document.ts';
import type { Context } from '#server/identity/context.ts';
import { editPlanParts } from './edit-plan-parts.ts';
import { getPlan, type Plan } from './get-plan.ts';
import { requireEditingOf } from './require-plan-editing.ts';

export type BasesEdited = { done: true; before: Section[]; plan: Plan } | { done: false };

/** Somebody may save in between; more often than this in one request is nobody's work. */
const MOST_TRIES = 4;

/**
 * Changes the bases of one section (`path`; null: where a new one goes) as they stand at this moment, whoever saved what beside them
 * meanwhile: `change` finds by its words what it is about, and says null when that is no longer there.
 * @throws AppError `plan.not-found`, `plan.not-editable`
 */
export async function editBases(
  context: Context,
  options: { planId: string; path: string | null; change: ChangeTexts },
): Promise<BasesEdited> {
  await requireEditingOf(context, options.planId);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const plan = await getPlan(context, { planId: options.planId });
    const { sections } = withRoom(plan, options.path);
    const path = options.path ?? placeForBasis(sections);
    const changed = path === null ? null : withBases(sections, path, options.change);
    if (changed === null) return { done: false };
    const saved = await editPlanParts(context, {
      planId: plan.id,
      version: plan.version,
      change: (parts) => ({ ...parts, sections: changed }),
    });
    if (saved.saved) return { done: true, before: plan.parts.sections, plan: saved.plan };
  }
  return { done: false };
}

/** A plan that has no place for bases gets one: Biểu 2 has a section for them, other forms name them before the first section. */
function withRoom({ parts: { sections }, layout }: Plan, path: string | null): { sections: Section[] } {
  if (path !== null || placeForBasis(sections) !== null) return { sections };
  const empty = { label: null, lines: [], children: [], place: null };
  const room: Section =
    layout === 'bieu-2' ? { ...empty, title: 'CĂN CỨ', role: 'bases' } : { ...empty, title: '', role: 'opening' };
  return { sections: [room, ...sections] };
}
