import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';

/** The SQL of rows of groups that carry out rows of a yearly plan. */

export interface RowLink {
  planId: string;
  itemId: string;
  toItemId: string;
}

/** Links of the rows that stand in their plans: out of one plan, or into one. */
export async function findLinks(
  trx: SchoolTransaction,
  of: { planId: string } | { toPlanId: string },
): Promise<RowLink[]> {
  const rows = await trx
    .selectFrom('plan_item_link as link')
    .innerJoin('plan_item as item', (join) =>
      join
        .onRef('item.school_id', '=', 'link.school_id')
        .onRef('item.plan_id', '=', 'link.plan_id')
        .onRef('item.id', '=', 'link.item_id'),
    )
    .select(['link.plan_id', 'link.item_id', 'link.to_item_id'])
    .where('link.school_id', '=', trx.schoolId)
    .where('item.deleted_at', 'is', null)
    .where('planId' in of ? 'link.plan_id' : 'link.to_plan_id', '=', 'planId' in of ? of.planId : of.toPlanId)
    .execute();
  return rows.map((row) => ({ planId: row.plan_id, itemId: row.item_id, toItemId: row.to_item_id }));
}

export async function insertLinks(
  trx: SchoolTransaction,
  links: readonly (RowLink & { toPlanId: string })[],
  by: string,
  at: Date,
): Promise<void> {
  if (links.length === 0) return;
  await trx
    .insertInto('plan_item_link')
    .values(
      links.map(({ planId, itemId, toPlanId, toItemId }) => ({
        school_id: trx.schoolId,
        plan_id: planId,
        item_id: itemId,
        to_plan_id: toPlanId,
        to_item_id: toItemId,
        created_by: by,
        created_at: at,
      })),
    )
    .execute();
}

export async function deleteLinks(trx: SchoolTransaction, planId: string, itemId: string): Promise<void> {
  await trx
    .deleteFrom('plan_item_link')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('item_id', '=', itemId)
    .execute()
    .catch((error: unknown) => {
      // It had none.
      if (!isNoRowWritten(error)) throw error;
    });
}

/** The plans of groups that carry out a yearly plan, by the names of their groups. */
export async function findGroupPlans(
  trx: SchoolTransaction,
  toPlanId: string,
): Promise<{ id: string; title: string; state: PlanState; groupName: string }[]> {
  return trx
    .selectFrom('plan')
    .innerJoin('staff_group as group', (join) =>
      join.onRef('group.school_id', '=', 'plan.school_id').onRef('group.id', '=', 'plan.group_id'),
    )
    .select(['plan.id', 'plan.title', 'plan.state', 'group.name as groupName'])
    .where('plan.school_id', '=', trx.schoolId)
    .where('plan.part_of_plan_id', '=', toPlanId)
    .orderBy('group.name')
    .orderBy('plan.id')
    .execute();
}
