import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { isAllowed } from '#core/identity/permissions.ts';
import { ROLES } from '#core/identity/role.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import {
  isIssued,
  isPossible,
  MOVE_RULES,
  PLAN_MOVES,
  PLAN_STATES,
  type PlanState,
} from '#core/plan/life/plan-life.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import type { Context } from '#server/identity/context.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { insertLinks } from '#server/plan/parts/link-store.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { newId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { actingAs } from '../support/acting-as.ts';
import { aPlanComment, aPlanInvitation } from '../support/life-factories.ts';
import { useDatabase } from '../support/use-database.ts';
import type { Target } from './use-case.ts';
import { USE_CASES_OF_PLANS } from './use-cases-of-plans.ts';

/** In which state of a plan each use case may write: the words of decision 0015 as a table, tried out one by one. */

const WRITING: PlanState[] = ['review', 'draft', 'consultation', 'returned'];
const TAKEN_IN = PLAN_STATES.filter((state) => state !== 'review');
const BEFORE_ISSUE: PlanState[] = ['draft', 'consultation', 'returned', 'submitted', 'approved'];

const WRITES: Record<string, readonly PlanState[]> = {
  addPlanItem: WRITING,
  addRow: WRITING,
  pasteRows: WRITING,
  changePlanItem: WRITING,
  editPlanItem: WRITING,
  placePlanItem: WRITING,
  movePlanItem: WRITING,
  removePlanItem: WRITING,
  restorePlanItem: WRITING,
  editPlanParts: WRITING,
  editBases: WRITING,
  changePlanKind: WRITING,
  linkRow: WRITING,
  acceptPlan: ['review'],
  discardPlan: ['review'],
  recordHistory: ['review'],
  issuePlan: ['approved'],
  recordIssue: ['approved'],
  movePlan: ['consultation'],
  inviteToConsultation: ['consultation'],
  answerComment: BEFORE_ISSUE,
  // What is said beside a plan is no part of what was issued.
  commentOnPlan: TAKEN_IN,
  settleComment: TAKEN_IN,
  // As long as nothing was decided with it: plan-withdraw.db.test.ts.
  withdrawComment: TAKEN_IN,
  withdrawInvitation: TAKEN_IN,
};

/** These write nothing in the plan they are given; `takeRows` has nothing to take here, `acceptAsHistory` no file (`recordHistory`). */
const OTHERS = new Set(
  (
    'listPlans searchPlans getPlanParts takeRows acceptAsHistory listPlansOfUploads getPlan checkStoredPlan createPlan addSamplePlans ' +
    'watchPlan tellPlace getPlanLife getIssue findIssuePrint getIssuedFile getComments getRowComments countRowComments listMentions ' +
    'countUnseenMentions listMentionTargets readMentions listInvitations startNextPlan memberNames getItemHistory kindForm readView ' +
    'rowAbout rowComments savedRow listRemovedRows changeThatAdds'
  ).split(' '),
);

const { db, owner } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-states-'));
const files = new LocalFileStore(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function aPlanIn(state: PlanState): Promise<Target> {
  const context = await actingAs(db, { role: 'principal' });
  const document = { ...nineColumnPlan, items: nineColumnPlan.items.slice(0, 3) };
  const planId = await createPlan(context, { document, layout: 'nine-column' });
  const of = { school_id: context.schoolId, plan_id: planId };
  const by = context.user.id;
  // Before a plan was taken in nobody is asked about it.
  const talked = state !== 'review';
  const commentId = talked ? await aPlanComment(db, { ...of, kind: 'consultation' }) : newId();
  const discussed = {
    planId,
    commentId: talked ? await aPlanComment(db, { ...of, kind: 'discussion', author_id: by }) : newId(),
  };
  const open = { planId, commentId, invitationId: talked ? await aPlanInvitation(db, of) : newId() };
  const plan = await getPlan(context, { planId });
  const approved = { planId, sha256: sha256(contentOf(documentOf(plan))) };
  const [item, other] = [plan.items[0]!, plan.items[1]!.item.id];
  const link = { planId, itemId: item.item.id, toPlanId: planId, toItemId: other };
  await inSchool(db, context.schoolId, (trx) => insertLinks(trx, [link], context.user.id, new Date()));
  const approvedSha256 = state === 'approved' ? approved.sha256 : null;
  await owner.updateTable('plan').set({ state, approved_sha256: approvedSha256 }).where('id', '=', planId).execute();
  const ids = { uploadId: newId(), memberId: context.user.id, groupId: newId(), issued: planId };
  return { context, planId, files, item, other, open, discussed, approved, ...ids };
}

const TABLES = ['plan', 'plan_item', 'plan_item_link', 'plan_comment', 'plan_invitation', 'plan_step', 'plan_issue'];

/** Every row that belongs to the plan. */
async function rowsOf(planId: string): Promise<string> {
  const rows = await Promise.all(
    TABLES.map(async (name) => {
      const key = name === 'plan' ? 'id' : 'plan_id';
      const found = await sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} AS t
        WHERE ${sql.ref(`t.${key}`)} = ${planId} ORDER BY 1`.execute(owner);
      return found.rows.map(({ row }) => `${name} ${row}`);
    }),
  );
  return rows.flat().join('\n');
}

const contentNow = async ({ context, planId }: Target) =>
  sha256(contentOf(documentOf(await getPlan(context, { planId }))));

/** Tries it; whatever is refused is refused with a sentence and leaves nothing behind. @returns whether anything was written */
async function writes(target: Target, attempt: () => Promise<unknown>): Promise<boolean> {
  const before = await rowsOf(target.planId);
  const refused = await attempt().then(
    () => null,
    (error: unknown) => error,
  );
  const after = await rowsOf(target.planId);
  if (refused === null) return after !== before;
  expect(refused).toBeInstanceOf(AppError);
  expect(after).toBe(before);
  return false;
}

test('every use case of plans is in the table, or writes in no plan', () => {
  const known = [...Object.keys(WRITES), ...OTHERS].sort();
  expect(known).toEqual(Object.keys(USE_CASES_OF_PLANS).sort());
});

describe.each(PLAN_STATES)('a plan in state %s', (state) => {
  test('is written in by those use cases that may, and by no other', async () => {
    const wrote: string[] = [];
    for (const name of Object.keys(WRITES)) {
      const target = await aPlanIn(state);
      const content = await contentNow(target);
      if (await writes(target, () => USE_CASES_OF_PLANS[name]!.call(target.context, target))) wrote.push(name);
      if (isIssued(state)) expect(await contentNow(target), name).toBe(content);
    }
    expect(wrote).toEqual(Object.keys(WRITES).filter((name) => WRITES[name]!.includes(state)));
  }, 60_000);

  test('takes the steps that lead from it, and no other', async () => {
    for (const move of PLAN_MOVES) {
      if (move === 'issue') continue;
      const target = await aPlanIn(state);
      const { context, planId, open, approved } = target;
      await USE_CASES_OF_PLANS['answerComment']!.call(context, { ...target, open }).catch(() => undefined);
      const step = { planId, version: 1, move, remark: 'Lý do', dueOn: null, contentSha256: approved.sha256 };
      expect(await writes(target, () => movePlan(context, step)), move).toBe(isPossible(move, state, 1));
      const { state: now } = await getPlan(context, { planId });
      expect(now, move).toBe(isPossible(move, state, 1) ? MOVE_RULES[move].to : state);
    }
  }, 60_000);
});

test.each(PLAN_MOVES.filter((move) => move !== 'issue'))(
  '%s: by the roles that the permissions name, by nobody of another school',
  async (move) => {
    const { from, to, permission } = MOVE_RULES[move];
    const anew = async () => {
      const target = await aPlanIn(from[0]!);
      const { context, open } = target;
      await USE_CASES_OF_PLANS['answerComment']!.call(context, { ...target, open }).catch(() => undefined);
      // Only what was issued before can be fallen back on.
      if (move === 'drop-revision')
        await owner.updateTable('plan').set({ revision: 2 }).where('id', '=', target.planId).execute();
      return target;
    };
    const take = (context: Context, { planId, approved }: Target) =>
      movePlan(context, { planId, version: 1, move, remark: 'Lý do', dueOn: null, contentSha256: approved.sha256 });
    const closed = await anew();
    const before = await rowsOf(closed.planId);
    for (const role of ROLES) {
      const stranger = await actingAs(db, { role });
      await expect(take(stranger, closed), `stranger ${role}`).rejects.toMatchObject({
        code: expect.stringMatching(/\.(not-found|not-allowed)$/) as string,
      });
      if (isAllowed(role, permission)) continue;
      const colleague = await actingAs(db, { role, schoolId: closed.context.schoolId });
      await expect(take(colleague, closed), role).rejects.toMatchObject({ code: 'identity.not-allowed' });
    }
    expect(await rowsOf(closed.planId)).toBe(before);
    for (const role of ROLES.filter((each) => isAllowed(each, permission))) {
      const target = await anew();
      const colleague = await actingAs(db, { role, schoolId: target.context.schoolId });
      if (move === 'drop-revision') {
        // This one was edited: the role is let in and told so.
        await expect(take(colleague, target), role).rejects.toMatchObject({ code: 'plan.revision-edited' });
        continue;
      }
      await take(colleague, target);
      expect((await getPlan(colleague, { planId: target.planId })).state, role).toBe(to);
    }
  },
);
