import { AppError } from '#core/kernel/app-error.ts';
import { findSet } from '#core/standards/find-in-set.ts';
import { dayOf } from '#lib/dates.ts';
import { readStandards } from '#server/web/standards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const context = locals.context();
  const { sets } = readStandards(context);
  const set = findSet(sets, params.set);
  if (!set) throw new AppError('page.not-found');
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, label: findSet(sets, id)?.label ?? id }));
  return { set, replacedBy: named(set.replacedBy), replaces: named(set.replaces), today: dayOf(context.clock.now()) };
};
