import { createPlan } from '#server/plan/create-plan.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { bareUpdates } from './support/bare-update.ts';
import { aPlanOf } from './support/plan-of.ts';
import { inTurns, perSecond, reportRatio } from './support/report.ts';
import { aSchoolDatabase } from './support/school-database.ts';

/** Saving one cell (permission, version check, audit) against a bare update transaction on the same rows, 20 connections. */
const CONNECTIONS = 20;
const MILLISECONDS = 1500;

const { context, pool, close } = await aSchoolDatabase(CONNECTIONS);
const planId = await createPlan(context, { document: aPlanOf(300), layout: 'nine-column' });
const rows = (await getPlan(context, { planId })).items.map(({ item, version }) => ({ id: item.id, version }));

let saves = 0;
async function save(caller: number): Promise<void> {
  const row = rows[caller]!;
  saves += 1;
  const options = { planId, itemId: row.id, version: row.version, field: 'note' as const, text: `lần ${saves}` };
  const result = await editPlanItem(context, options);
  if (!result.saved) throw new Error('a row of its own met a conflict');
  row.version = result.stored.version;
}

const bareUpdate = bareUpdates(pool, { schoolId: context.schoolId, planId }, rows);
const [saved, bare] = await inTurns(
  5,
  () => perSecond(CONNECTIONS, MILLISECONDS, save),
  () => perSecond(CONNECTIONS, MILLISECONDS, bareUpdate),
);
const detail = `${Math.round(saved)} cells/s, ${Math.round(bare)} bare updates/s`;
reportRatio('saving one cell : bare update transaction', saved / bare, { atLeast: 0.4 }, detail);
await close();
