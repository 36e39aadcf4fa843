import { redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { criteriaOf, findCriterion, findSet } from '#core/standards/find-in-set.ts';
import { readStandards } from '#server/web/standards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
  const { sets } = readStandards(locals.context());
  const set = findSet(sets, params.set);
  const criterion = set && findCriterion(set, params.criterion);
  if (!set || !criterion) throw new AppError('page.not-found');
  if (criterion.code !== params.criterion) redirect(308, `/standards/${set.id}/${criterion.code}`);
  const all = criteriaOf(set);
  const at = all.indexOf(criterion);
  const short = (index: number) => {
    const other = all[index];
    return other ? { code: other.code, title: other.title } : null;
  };
  return {
    set: { id: set.id, label: set.label, code: set.code },
    standard: set.standards.find((standard) => standard.criteria.includes(criterion)) ?? null,
    criterion,
    sources: set.sources,
    previous: short(at - 1),
    next: short(at + 1),
    mandatoryKnown: set.counts.mandatory > 0,
  };
};
