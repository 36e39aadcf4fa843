import { searchStandards } from '#core/standards/search-standards.ts';
import { dayOf } from '#lib/dates.ts';
import { readStandards } from '#server/web/standards.ts';
import type { PageServerLoad } from './$types';

const LIMIT = 50;

export const load: PageServerLoad = ({ locals, url }) => {
  const context = locals.context();
  const library = readStandards(context);
  const query = url.searchParams.get('q')?.trim() ?? '';
  const hits = query === '' ? [] : searchStandards(library.index, query, LIMIT + 1);
  return {
    query,
    limit: LIMIT,
    more: hits.length > LIMIT,
    hits: hits.slice(0, LIMIT),
    today: dayOf(context.clock.now()),
    documents: library.legal.documents.length,
    sets: library.sets
      .toReversed()
      .map(({ id, code, label, schoolTypes, effective, inForceUntil, counts, certainty }) => ({
        ...{ id, code, label, schoolTypes, effective, inForceUntil, certainty },
        standards: counts.standards,
        criteria: counts.criteria,
      })),
  };
};
