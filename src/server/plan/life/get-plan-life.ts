import type { Selectable } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { planOfContent } from '#core/plan/life/plan-content.ts';
import { movesFrom, type PlanMove } from '#core/plan/life/plan-life.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { memberNames } from '#server/identity/member-names.ts';
import type { PlanIssueTable, PlanStepTable } from '#server/platform/schema-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import type { Plan } from '../get-plan.ts';
import { countOpenThreads, type OpenThreads } from './comment-store.ts';
import { findIssue, findIssues, findSteps, type IssueFactsRow } from './life-store.ts';
import { mayMove } from './require-move.ts';

export interface PlanLife {
  /** Oldest first. */
  steps: (Selectable<PlanStepTable> & { byName: string | null })[];
  /** Newest first, without content. */
  issues: (IssueFactsRow & { byName: string | null })[];
  open: OpenThreads;
  /** What this person may do with the plan now. */
  moves: PlanMove[];
}

/** How a plan came where it is, and where it can go from there for this person. */
export async function getPlanLife(
  context: Context,
  plan: Pick<Plan, 'id' | 'state' | 'revision' | 'group'>,
): Promise<PlanLife> {
  requirePermission(context, 'plan.view');
  const found = await inSchool(context.db, context.schoolId, async (trx) => {
    const [steps, issues, open] = await Promise.all([
      findSteps(trx, plan.id),
      findIssues(trx, plan.id),
      countOpenThreads(trx, plan.id, plan.revision),
    ]);
    return { steps, issues, open };
  });
  const ids = [...found.steps.map((step) => step.by_user), ...found.issues.map((issue) => issue.issued_by)];
  const names = await memberNames(context, ids);
  return {
    steps: found.steps.map((step) => ({ ...step, byName: names.get(step.by_user) ?? null })),
    issues: found.issues.map((issue) => ({ ...issue, byName: names.get(issue.issued_by) ?? null })),
    open: found.open,
    moves: movesFrom(plan.state, plan.revision).filter((move) => mayMove(context, plan, move)),
  };
}

/** What was issued, as it was; the newest when no revision is named. */
export interface IssuedPlan {
  facts: Selectable<PlanIssueTable>;
  document: PlanDocument;
}

/** @throws AppError `plan.not-issued`; `plan.issue-damaged` when the content no longer has its hash */
export async function getIssue(
  context: Context,
  options: { planId: string; revision: number | null },
): Promise<IssuedPlan> {
  requirePermission(context, 'plan.view');
  const facts = await inSchool(context.db, context.schoolId, (trx) => findIssue(trx, options.planId, options.revision));
  if (!facts) throw new AppError('plan.not-issued');
  if (sha256(facts.content) !== facts.content_sha256) throw new AppError('plan.issue-damaged');
  return { facts, document: planOfContent(facts.content) };
}

/** Under which hashes the documents of an issue are kept; null when there is no such issue. */
export async function findIssuePrint(
  context: Context,
  options: { planId: string; revision: number },
): Promise<IssueFactsRow | null> {
  requirePermission(context, 'plan.view');
  const issues = await inSchool(context.db, context.schoolId, (trx) => findIssues(trx, options.planId));
  return issues.find(({ revision }) => revision === options.revision) ?? null;
}
