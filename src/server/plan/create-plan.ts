import { generateNKeysBetween } from 'fractional-indexing';
import { AppError } from '#core/kernel/app-error.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findGroupMembers, type GroupMembers } from '#server/organisations/find-group-members.ts';
import { isId, newId } from '#server/platform/ids.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import { findPlan, insertItems, insertPlan } from './plan-store.ts';

export interface NewPlanOptions {
  document: PlanDocument;
  /** Name of the layout it is printed in. */
  layout: string;
  uploadId?: string | null;
  state?: PlanState;
  /** The plan that this one goes on from. */
  followsPlanId?: string | null;
  /** A plan of a year when left out; a strategy names its last year in the document. */
  kind?: PlanKind;
}

export type PlanKind =
  | { scope: 'yearly' | 'strategy' }
  | { scope: 'group'; groupId: string; /** A yearly plan. */ partOfPlanId: string | null };

/** Writes a plan and its rows; rows get ids of the database. @returns the id of the plan. @throws AppError `plan.too-many-rows`, `organisations.group.not-found`, `plan.not-found` */
export async function createPlan(context: Context, options: NewPlanOptions): Promise<string> {
  requirePermission(context, 'plan.create');
  return inSchool(context.db, context.schoolId, (trx) => createPlanIn(trx, context, options));
}

/** Most rows of one plan; the largest plan seen has about 90. */
export const MOST_ITEMS = 1000;

/** `createPlan` for a use case that has a transaction and a permission already. @throws AppError `plan.too-many-rows` */
export async function createPlanIn(
  trx: SchoolTransaction,
  context: Pick<Context, 'user' | 'clock'>,
  options: NewPlanOptions,
): Promise<string> {
  const { items, ...parts } = options.document;
  if (items.length > MOST_ITEMS) throw new AppError('plan.too-many-rows', { rows: items.length, limit: MOST_ITEMS });
  const kind = options.kind ?? { scope: 'yearly' };
  if (kind.scope === 'group') await requireGroup(trx, kind);
  const id = newId();
  const at = context.clock.now();
  const positions = generateNKeysBetween(null, null, items.length);
  await insertPlan(trx, {
    id,
    title: nameOf(options.document),
    layout: options.layout,
    parts,
    uploadId: options.uploadId ?? null,
    state: options.state ?? 'draft',
    followsPlanId: options.followsPlanId ?? null,
    scope: kind.scope,
    groupId: kind.scope === 'group' ? kind.groupId : null,
    partOfPlanId: kind.scope === 'group' ? kind.partOfPlanId : null,
    by: context.user.id,
    at,
  });
  const rows = items.map((item, index) => ({ item: { ...item, id: newId() }, position: positions[index]! }));
  await insertItems(trx, id, rows, context.user.id, at);
  await recordAudit(trx, {
    actorId: context.user.id,
    at,
    action: 'plan.created',
    subjectType: 'plan',
    subjectId: id,
    details: { rows: items.length, uploadId: options.uploadId ?? null },
  });
  return id;
}

/** The group whose plan it is to be, and a yearly plan that it can carry out. @throws AppError `organisations.group.not-found`, `plan.not-found` */
export async function requireGroup(
  trx: SchoolTransaction,
  kind: { groupId: string; partOfPlanId: string | null },
): Promise<GroupMembers> {
  const group = isId(kind.groupId) ? await findGroupMembers(trx, kind.groupId) : null;
  if (!group) throw new AppError('organisations.group.not-found');
  const whole = isId(kind.partOfPlanId ?? '') ? await findPlan(trx, kind.partOfPlanId!) : null;
  // A plan that waits for review can still be thrown away.
  const fits = whole?.scope === 'yearly' && whole.state !== 'review';
  if (kind.partOfPlanId !== null && !fits) throw new AppError('plan.not-found');
  return group;
}

/** How a plan is called, also one of whose file only a part was brought in, without its head. */
export function nameOf(document: Pick<PlanDocument, 'title' | 'schoolName'>): string {
  return titleOf(document) || 'Kế hoạch chưa ghi tên';
}

const ALL_CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
const SCHOOL_YEAR = /[\s,]*năm học:?\s*\d{4}\s*[-–—]\s*\d{4}\s*$/iu;

/**
 * The title in one line, for lists and headings: "Kế hoạch cải tiến chất lượng giáo dục". Lines in capitals, as documents print
 * them, are calmed; the school year is left out, since it stands beside.
 */
export function titleOf(document: Pick<PlanDocument, 'title' | 'schoolName'>): string {
  const lines = document.title.map((line) => line.replace(/\s+/g, ' ').trim());
  const calm = lines.map((line, index) => (ALL_CAPITALS.test(line) ? sentenceCase(line, index) : line));
  const title = calm.join(' ').replace(SCHOOL_YEAR, '').trim();
  return title === '' ? (document.schoolName ?? '') : joinName(title);
}

function sentenceCase(line: string, index: number): string {
  const lower = line.toLowerCase();
  return index === 0 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

/** "Kế hoạch Cải tiến …": the abstract begins with a capital only because it had a line of its own. */
function joinName(title: string): string {
  return title.replace(
    /^(Kế hoạch) (\p{Lu})(?=\p{Ll})/u,
    (_, name: string, first: string) => `${name} ${first.toLowerCase()}`,
  );
}
