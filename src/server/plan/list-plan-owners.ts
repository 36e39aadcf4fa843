import type { SchoolYear } from '#core/kernel/school-year.ts';
import { knownOwner, type KnownOwner } from '#core/plan/owner-known.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

export interface PlanOwners {
  /** Posts, groups and bodies that the plans name, the most named first. */
  known: (KnownOwner & { count: number })[];
  /** Names that are neither known nor of a person, as typed ("Khu A"). */
  own: { name: string; count: number }[];
}

const MOST = 20_000;

/** Whom the plans of a school year name as leading or helping. @throws AppError `identity.not-allowed` */
export async function listPlanOwners(context: Context, options: { year: SchoolYear }): Promise<PlanOwners> {
  requirePermission(context, 'plan.view');
  const rows = await inSchool(context.db, context.schoolId, (trx) =>
    trx
      .selectFrom('plan_item')
      .innerJoin('plan', (join) =>
        join.onRef('plan.school_id', '=', 'plan_item.school_id').onRef('plan.id', '=', 'plan_item.plan_id'),
      )
      .select(['plan_item.leads', 'plan_item.collaborators'])
      .where('plan_item.school_id', '=', trx.schoolId)
      .where('plan.school_year_start', '=', options.year.start)
      .where('plan.state', '!=', 'review')
      .where('plan_item.deleted_at', 'is', null)
      .limit(MOST)
      .execute(),
  );
  const known = new Map<string, KnownOwner & { count: number }>();
  const own = new Map<string, { name: string; count: number }>();
  for (const name of rows.flatMap(({ leads, collaborators }) => [...leads, ...collaborators])) {
    const owner = knownOwner(name);
    if (owner?.kind === 'person') continue;
    if (owner) known.set(owner.key, { ...owner, count: (known.get(owner.key)?.count ?? 0) + 1 });
    else own.set(name.toLowerCase(), { name, count: (own.get(name.toLowerCase())?.count ?? 0) + 1 });
  }
  const most = <T extends { count: number }>(counted: Map<string, T>): T[] =>
    [...counted.values()].sort((a, b) => b.count - a.count);
  return { known: most(known), own: most(own) };
}
