import { generateNKeysBetween } from 'fractional-indexing';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { MOST_ITEMS } from '../create-plan.ts';
import { holdEditablePlan } from '../hold-editable-plan.ts';
import { lockPlan } from '../life/life-store.ts';
import { signalPlan } from '../live/plan-signal.ts';
import { findItems, findNeighbours, findPlan, insertItems } from '../plan-store.ts';
import { requireAnyPlanEditing } from '../require-plan-editing.ts';
import { findLinks, insertLinks } from './link-store.ts';

/**
 * Rows of the yearly plan begin a group's own rows: the same words, which the group then makes its own, and the link to where they
 * came from; those that it has already stay as they are. @returns how many. @throws AppError `plan.not-found`, `plan.not-editable`, `plan.full`
 */
export async function takeRows(
  context: Context,
  options: { planId: string; itemIds: readonly string[] },
): Promise<number> {
  requireAnyPlanEditing(context);
  const { planId } = options;
  const at = context.clock.now();
  const by = context.user.id;
  return inSchool(context.db, context.schoolId, async (trx) => {
    // The same form may have been sent twice: the second waits here, and finds the rows taken.
    await lockPlan(trx, planId);
    await holdEditablePlan(trx, context, planId);
    const toPlanId = (await findPlan(trx, planId))?.part_of_plan_id ?? null;
    const wanted = new Set(options.itemIds);
    const there = new Set((await findLinks(trx, { planId })).map(({ toItemId }) => toItemId));
    const taken =
      toPlanId === null
        ? []
        : (await findItems(trx, toPlanId)).map(({ item }) => item).filter(({ id }) => wanted.has(id) && !there.has(id));
    if (toPlanId === null || taken.length === 0) return 0;
    const { before, count } = await findNeighbours(trx, planId, null);
    if (count + taken.length > MOST_ITEMS) throw new AppError('plan.full', { limit: MOST_ITEMS });
    const positions = generateNKeysBetween(before, null, taken.length);
    // It was typed by nobody in a source of this plan.
    const rows = taken.map((item) => ({ from: item.id, item: { ...item, id: newId(), source: null, paragraphs: [] } }));
    await insertItems(
      trx,
      planId,
      rows.map(({ item }, index) => ({ item, position: positions[index]! })),
      by,
      at,
    );
    const links = rows.map(({ from, item }) => ({ planId, itemId: item.id, toPlanId, toItemId: from }));
    await insertLinks(trx, links, by, at);
    await recordAudit(trx, {
      actorId: by,
      at,
      action: 'plan.rows-taken',
      subjectType: 'plan',
      subjectId: planId,
      details: { fromPlanId: toPlanId, rows: rows.map(({ from, item }) => ({ from, to: item.id })) },
    });
    trx.afterCommit((db) => signalPlan(db, planId));
    return rows.length;
  });
}
