import { isAllowed } from '#core/identity/permissions.ts';
import { findSchoolYear, schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { PLAN_SCOPES } from '#core/plan/plan-scope.ts';
import { searchPlans } from '#server/plan/list-plans.ts';
import { readKey, writeKey } from '#server/web/page-key.ts';
import { planLine } from '#server/web/plan-line.ts';
import type { PageServerLoad } from './$types';

/** What is asked for stands in the address: `q` words, `kind`, `year`, and `before` where the list goes on. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const words = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const scope = PLAN_SCOPES.find((each) => each === url.searchParams.get('kind')) ?? null;
  const year = findSchoolYear(url.searchParams.get('year') ?? '');
  const before = readBefore(url.searchParams.get('before'));
  const page = await searchPlans(context, { words, scope, year: year?.start ?? null, before });
  const last = page.plans.at(-1);
  return {
    /** Who writes in the plan of their group and makes none. */
    isMember: !isAllowed(context.role, 'plan.create') && isAllowed(context.role, 'plan.edit-own-group'),
    mayCreate: isAllowed(context.role, 'plan.create'),
    asked: { words, scope: scope ?? '', year: year === null ? '' : schoolYearCode(year) },
    isFiltered: words !== '' || scope !== null || year !== null,
    isFirst: before === null,
    count: page.count,
    years: page.years.map((start) => ({ value: schoolYearCode({ start }), label: schoolYearLabel({ start }) })),
    plans: page.plans.map(planLine),
    older: page.more && last ? `${last.schoolYearStart ?? 0}_${writeKey(last)}` : null,
  };
};

/** "2026_2026-11-22T01:00:00.000Z_<id>" */
function readBefore(text: string | null) {
  const [, year, rest] = /^(\d{1,4})_(.+)$/.exec(text ?? '') ?? [];
  const key = readKey(rest ?? null);
  return key && { year: Number(year), ...key };
}
