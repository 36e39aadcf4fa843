import { createHash } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { readPhone } from '#core/identity/member-facts.ts';
import { usernameBase } from '#core/identity/suggest-username.ts';
import { plain } from '#core/kernel/text.ts';
import { schoolYearAt } from '#core/organisations/school-year-at.ts';
import { planStaffImport, type StaffStep } from '#core/organisations/staff-list/plan-staff-import.ts';
import type { StaffRow } from '#core/organisations/staff-list/staff-row.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { createAccount } from '#server/identity/create-account.ts';
import { listMembers } from '#server/identity/list-members.ts';
import { oneTimePassword, oneTimeUntil } from '#server/identity/one-time-password.ts';
import { takenUsernames } from '#server/identity/taken-usernames.ts';
import { writeMemberFacts } from '#server/identity/write-member-facts.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findGroups, insertGroup, insertGroupMembers, newestYear } from './staff-group-store.ts';

/** `byPhone`: who has no username in the list signs in by telephone number. */
export interface StaffList {
  rows: readonly StaffRow[];
  byPhone?: boolean;
}

export interface StaffPreview {
  steps: StaffStep[];
  /** Of the steps: what is accepted is what was seen. */
  digest: string;
}

/** `done: false`: meanwhile something has changed; nothing was done, here is what would be now. */
export type StaffImported =
  | { done: true; steps: StaffStep[]; passwords: { name: string; username: string; password: string }[] }
  | ({ done: false } & StaffPreview);

/** What accepting this list would do; nothing is written. @throws AppError `identity.not-allowed` */
export async function previewStaffImport(context: Context, options: StaffList): Promise<StaffPreview> {
  requirePermission(context, 'member.edit');
  const members = await listMembers(context);
  const phones = options.byPhone ? options.rows.flatMap(({ phone }) => readPhone(phone) ?? []) : [];
  const names = options.rows.map(({ displayName, username }) => plain(username) || usernameBase(displayName));
  const taken = await takenUsernames(context.db, [...names, ...phones]);
  const groups = await inSchool(context.db, context.schoolId, async (trx) =>
    findGroups(trx, await yearOf(trx, context)),
  );
  const steps = planStaffImport({
    rows: options.rows,
    byPhone: options.byPhone ?? false,
    members: members.map(({ userId, ...member }) => ({ userId, member })),
    taken,
    groups: new Map(groups.map(({ name, memberIds }) => [plain(name), new Set(memberIds)])),
  });
  return { steps, digest: createHash('sha256').update(JSON.stringify(steps)).digest('hex') };
}

/**
 * Does what the preview with this digest has shown, all of it or nothing; rows with a problem are left out. New people get one-time
 * passwords, told once and kept nowhere.
 * @throws AppError `identity.not-allowed`, `identity.username-taken` when somebody took a name in this very moment
 */
export async function importStaff(context: Context, options: StaffList & { digest: string }): Promise<StaffImported> {
  const preview = await previewStaffImport(context, options);
  if (preview.digest !== options.digest) return { done: false, ...preview };
  const at = context.clock.now();
  const { steps } = preview;
  const added = await Promise.all(
    steps
      .filter(({ kind }) => kind === 'add')
      .map(async (step) => {
        const password = oneTimePassword();
        return { step, password, hash: await hashPassword(password) };
      }),
  );
  await inSchool(context.db, context.schoolId, async (trx) => {
    const belonging: { team: string | null; userId: string }[] = [];
    for (const { step, password, hash } of added) {
      const { displayName, username, role, jobTitle, phone } = step.member;
      const account = { displayName, username, password };
      const temporaryUntil = oneTimeUntil(at);
      const options = { account, role, now: at, jobTitle, phone, temporaryUntil, passwordHash: hash };
      belonging.push({ team: step.team, userId: await createAccount(trx, options) });
    }
    for (const step of steps) {
      if (step.kind !== 'change' || step.userId === null) continue;
      if (step.changes.some((field) => field !== 'team')) await writeMemberFacts(trx, step.userId, step.member, at);
      if (step.changes.includes('team')) belonging.push({ team: step.team, userId: step.userId });
    }
    await join(trx, context, belonging, at);
    const count = (kind: StaffStep['kind']) => steps.filter((step) => step.kind === kind).length;
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: 'organisations.staff-imported',
      subjectType: 'school',
      subjectId: trx.schoolId,
      details: { added: count('add'), changed: count('change'), leftOut: count('problem') },
    });
  });
  const passwords = added.map(({ step, password }) => {
    const { displayName: name, username } = step.member;
    return { name, username, password };
  });
  return { done: true, steps, passwords };
}

/** Puts people into the groups of the year that the list names, making those that are not there. */
async function join(
  trx: SchoolTransaction,
  context: Context,
  belonging: readonly { team: string | null; userId: string }[],
  at: Date,
): Promise<void> {
  const yearStart = await yearOf(trx, context);
  const ids = new Map((await findGroups(trx, yearStart)).map(({ id, name }) => [plain(name), id]));
  for (const { team, userId } of belonging) {
    if (team === null) continue;
    const group = { name: team, kind: 'group' as const, ownerKey: null };
    const id = ids.get(plain(team)) ?? (await insertGroup(trx, { yearStart, group, at }));
    ids.set(plain(team), id);
    await insertGroupMembers(trx, id, [userId]);
  }
}

async function yearOf(trx: SchoolTransaction, context: Context): Promise<number> {
  return (await newestYear(trx)) ?? schoolYearAt(context.clock.now()).start;
}
