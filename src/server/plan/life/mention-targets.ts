import { isAllowed } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import { findMentions, type MentionTarget } from '#core/plan/life/mentions.ts';
import { knownOwner } from '#core/plan/owner-known.ts';
import { resolveOwners } from '#core/plan/resolve-owners.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { listGroups, type StaffOfYear } from '#server/organisations/list-groups.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Plan } from '../get-plan.ts';
import { findPlan } from '../plan-store.ts';
import type { MentionRow } from './mention-store.ts';

/** A target and who is told when it is named. */
export interface SchoolTarget extends MentionTarget {
  userIds: string[];
}

/** Whole groups that every school has by its roles, whether it keeps groups or not. */
const GENERAL = ['Ban giám hiệu', 'Cán bộ, giáo viên, nhân viên'];

/**
 * Who can be named in a comment on a plan: people who work at the school now and may see plans, and groups of the plan's school year
 * with somebody in them. Groups first.
 * @param options.plan the same plan, where it has been read already
 * @throws AppError `plan.not-found`, also while it waits for review
 */
export async function listMentionTargets(
  context: Context,
  options: { planId: string; plan?: Pick<Plan, 'state' | 'parts'> },
): Promise<SchoolTarget[]> {
  requirePermission(context, 'plan.comment');
  const { planId, plan = await readPlan(context, planId) } = options;
  if (plan.state === 'review') throw new AppError('plan.not-found');
  return targetsOfYear(context, plan.parts.schoolYear);
}

async function readPlan(context: Context, planId: string): Promise<Pick<Plan, 'state' | 'parts'>> {
  const row = await inSchool(context.db, context.schoolId, (trx) => findPlan(trx, planId));
  if (!row) throw new AppError('plan.not-found');
  return { state: row.state, parts: row.document };
}

/** The same, of a school year; of the newest one when no groups were kept for that year. */
async function targetsOfYear(context: Context, year: SchoolYear | null): Promise<SchoolTarget[]> {
  return targetsAmong(await listGroups(context, year ? { year, orNewest: true } : {}));
}

function targetsAmong(staff: StaffOfYear): SchoolTarget[] {
  const people = staff.people.filter(({ role }) => isAllowed(role, 'plan.view'));
  const readers = new Set(people.map(({ userId }) => userId));
  const groups = staff.groups.map(({ id, name, memberIds }) => ({
    ref: `group:${id}`,
    label: name,
    hint: '',
    userIds: memberIds.filter((userId) => readers.has(userId)),
  }));
  const known = new Set(staff.groups.map(({ name }) => knownOwner(name)?.key));
  const general = resolveOwners(GENERAL, { people, groups: staff.groups }).flatMap(({ name, people: members }) => {
    const owner = knownOwner(name);
    if (owner === null || known.has(owner.key)) return [];
    return [{ ref: `owner:${owner.key}`, label: name, hint: '', userIds: members.map(({ userId }) => userId) }];
  });
  const persons = people.map(({ userId, displayName, jobTitle }) => ({
    ref: `person:${userId}`,
    label: displayName,
    hint: jobTitle ?? '',
    userIds: [userId],
  }));
  return [...[...general, ...groups].filter(({ userIds }) => userIds.length > 0), ...persons];
}

/** Whom the words of a comment name, as rows to keep, and who is told: everybody behind them but the author. */
export async function readMentions(
  context: Context,
  said: { words: string; chosen: readonly string[]; schoolYear: SchoolYear | null },
): Promise<{ mentions: Omit<MentionRow, 'school_id' | 'plan_id' | 'comment_id'>[]; readers: string[] }> {
  if (said.chosen.length === 0 && !said.words.includes('@')) return { mentions: [], readers: [] };
  const found = findMentions(said.words, await targetsOfYear(context, said.schoolYear), said.chosen);
  const readers = new Set(found.flatMap(({ target }) => target.userIds));
  readers.delete(context.user.id);
  return {
    mentions: found.map(({ target, starts }, index) => ({
      ordinal: index + 1,
      ...referenceOf(target.ref),
      label: target.label,
      starts,
    })),
    readers: [...readers],
  };
}

function referenceOf(ref: string): Pick<MentionRow, 'user_id' | 'group_id' | 'owner_key'> {
  const id = ref.slice(ref.indexOf(':') + 1);
  const of = (kind: string) => (ref.startsWith(`${kind}:`) ? id : null);
  return { user_id: of('person'), group_id: of('group'), owner_key: of('owner') };
}
