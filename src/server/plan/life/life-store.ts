import type { Insertable, Selectable } from 'kysely';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import { DECIDING_MOVES } from '#core/plan/life/take-back.ts';
import type { PlanScope } from '#core/plan/plan-scope.ts';
import type { PlanIssueTable, PlanStepTable, PlanTable } from '#server/platform/schema-plan.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of the steps of a plan and of what was issued. */

/** The plan without its text, kept from being moved by anybody else until the transaction ends. */
export async function lockPlan(
  trx: SchoolTransaction,
  planId: string,
): Promise<Pick<Selectable<PlanTable>, 'state' | 'revision' | 'version' | 'approved_sha256'> | null> {
  const row = await trx
    .selectFrom('plan')
    .select(['state', 'revision', 'version', 'approved_sha256'])
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** State and revision of a plan that nobody can move until the transaction ends; others may hold it too. */
export async function holdPlan(
  trx: SchoolTransaction,
  planId: string,
): Promise<Pick<Selectable<PlanTable>, 'state' | 'revision'> | null> {
  const row = await trx
    .selectFrom('plan')
    .select(['state', 'revision'])
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', planId)
    .forShare()
    .executeTakeFirst();
  return row ?? null;
}

export interface StateChange {
  state: PlanState;
  revision: number;
  version: number;
  dueOn: string | null;
  approvedSha256: string | null;
}

/** @throws AppError `database.no-row-written` when stale */
export async function updateState(
  trx: SchoolTransaction,
  planId: string,
  change: StateChange & { document?: PlanTable['document'] },
  at: Date,
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({
      state: change.state,
      revision: change.revision,
      due_on: change.dueOn,
      approved_sha256: change.approvedSha256,
      version: change.version + 1,
      updated_at: at,
      ...(change.document === undefined ? {} : { document: change.document }),
    })
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', planId)
    .where('version', '=', change.version)
    .execute();
}

export async function insertStep(
  trx: SchoolTransaction,
  step: Omit<Insertable<PlanStepTable>, 'school_id'>,
): Promise<void> {
  await trx
    .insertInto('plan_step')
    .values({ ...step, school_id: trx.schoolId })
    .execute();
}

/** In the order in which they were taken: ids grow with each, also while the clock is set back (`newId`). */
export async function findSteps(trx: SchoolTransaction, planId: string): Promise<Selectable<PlanStepTable>[]> {
  return trx
    .selectFrom('plan_step')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .orderBy('id')
    .execute();
}

/** The step with which somebody last decided about the plan as it was read: its id; null when nobody has. */
export async function findDecidingStep(trx: SchoolTransaction, planId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('plan_step')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('move', 'in', DECIDING_MOVES)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Of documents, those that there are. */
type NewIssue = Omit<Insertable<PlanIssueTable>, 'school_id' | PrintColumn> &
  Partial<Pick<Insertable<PlanIssueTable>, PrintColumn>>;
type PrintColumn = `${'docx' | 'pdf' | 'original'}_${'sha256' | 'size'}` | 'original_name';

export async function insertIssue(trx: SchoolTransaction, issue: NewIssue): Promise<void> {
  await trx
    .insertInto('plan_issue')
    .values({ ...NO_DOCUMENTS, ...issue, school_id: trx.schoolId })
    .execute();
}

const NO_DOCUMENTS: Record<PrintColumn, null> = {
  docx_sha256: null,
  docx_size: null,
  pdf_sha256: null,
  pdf_size: null,
  original_sha256: null,
  original_size: null,
  original_name: null,
};

const ISSUE_FACTS = [
  'plan_id',
  'revision',
  'content_sha256',
  'standard_set',
  'layout',
  'number',
  'issued_on',
  'signer_role',
  'signer_name',
  'reason',
  'docx_sha256',
  'docx_size',
  'pdf_sha256',
  'pdf_size',
  'original_sha256',
  'original_size',
  'original_name',
  'issued_by',
  'issued_at',
] as const satisfies (keyof PlanIssueTable)[];

export type IssueFactsRow = Pick<Selectable<PlanIssueTable>, (typeof ISSUE_FACTS)[number]>;

/** Everything but content and findings, newest first. */
export async function findIssues(trx: SchoolTransaction, planId: string): Promise<IssueFactsRow[]> {
  return trx
    .selectFrom('plan_issue')
    .select(ISSUE_FACTS)
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .orderBy('revision', 'desc')
    .execute();
}

/** One issue with its content; the newest when no revision is named. */
export async function findIssue(
  trx: SchoolTransaction,
  planId: string,
  revision: number | null,
): Promise<Selectable<PlanIssueTable> | null> {
  const query = trx
    .selectFrom('plan_issue')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId);
  const row = await (revision === null ? query : query.where('revision', '=', revision))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Whoever else is about to make a plan the one of its kind waits until the transaction ends. Asked for before any plan is held, since a
 * plan that becomes part of another holds that one too.
 */
export async function holdKinds(trx: SchoolTransaction): Promise<void> {
  await trx.selectFrom('school').select('school_id').where('school_id', '=', trx.schoolId).forNoKeyUpdate().execute();
}

/** The title of the newest plan of a school year that is of the same kind as a plan; null when there is none. */
export async function findTitleOfYear(
  trx: SchoolTransaction,
  of: { scope: PlanScope; groupId: string | null; /** Not this one. */ planId?: string },
  yearStart: number,
): Promise<string | null> {
  const query = trx
    .selectFrom('plan')
    .select('title')
    .where('school_id', '=', trx.schoolId)
    .where('school_year_start', '=', yearStart)
    .where('scope', '=', of.scope)
    .$if(of.planId !== undefined, (plans) => plans.where('id', '<>', of.planId!));
  const row = await (of.groupId === null ? query : query.where('group_id', '=', of.groupId))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.title ?? null;
}
