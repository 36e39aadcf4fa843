import { hashPassword } from 'better-auth/crypto';
import type { Insertable, Kysely } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { createAccount } from '#server/identity/create-account.ts';
import type { Seal } from '#server/identity/seal.ts';
import { newId } from '#server/platform/ids.ts';
import type {
  Database,
  MembershipTable,
  SchoolTable,
  SignInCardTable,
  StaffGroupTable,
  UploadTable,
  UserTable,
} from '#server/platform/schema.ts';
import type { PlanItemTable, PlanTable } from '#server/platform/schema-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

/**
 * Rows for tests. Each factory builds the parents that it is not given and takes any column as an override. All names are
 * plainly fictional.
 */
type Db = Kysely<Database>;

/** Hashing is slow on purpose; a password is hashed once per test file. */
const hashes: Record<string, Promise<string>> = {};

let counter = 0;
const next = (): number => ++counter;

/** @returns the id of the school */
export async function aSchool(db: Db, given: Partial<Insertable<SchoolTable>> = {}): Promise<string> {
  const school = {
    school_id: newId(),
    name: `Trường Mầm non Thử Nghiệm ${next()}`,
    school_type: 'preschool' as const,
    governing_body: 'UBND xã Ví Dụ',
    place: 'Ví Dụ',
    ...given,
  };
  await inSchool(db, school.school_id, (trx) => trx.insertInto('school').values(school).execute());
  return school.school_id;
}

/** A person without an account to sign in. @returns the id of the user */
export async function aUser(db: Db, given: Partial<Insertable<UserTable>> = {}): Promise<string> {
  const id = newId();
  const username = `nguoi.dung.${id}`;
  const user = { id, name: `Người Dùng ${next()}`, email: `${username}@example.invalid`, username, ...given };
  await db
    .insertInto('user')
    .values({ image: null, displayUsername: null, ...user })
    .execute();
  return user.id;
}

type WithSchool = { school_id?: string };

/** @returns ids of school and user */
export async function aMembership(
  db: Db,
  given: WithSchool & Partial<Insertable<MembershipTable>> = {},
): Promise<{ schoolId: string; userId: string }> {
  const schoolId = given.school_id ?? (await aSchool(db));
  const userId = given.user_id ?? (await aUser(db));
  const row = { role: 'principal', display_name: 'Người Dùng', ...given, school_id: schoolId, user_id: userId };
  await inSchool(db, schoolId, (trx) => trx.insertInto('membership').values(row).execute());
  return { schoolId, userId };
}

/** A second step that is on, whose phone nobody has; without recovery codes. */
export async function aSecondFactor(db: Db, given: { userId: string; seal: Seal }): Promise<void> {
  const { userId, seal } = given;
  const [secret, backupCodes] = [await seal.close('a key of some phone'), await seal.close('[]')];
  const row = { id: newId(), userId, secret, backupCodes, verified: true };
  await db
    .insertInto('twoFactor')
    .values(row)
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ secret, backupCodes, verified: true }))
    .execute();
  await db.updateTable('user').set({ twoFactorEnabled: true }).where('id', '=', userId).execute();
}

/** A sign-in that lasts an hour. @returns its id */
export async function aSession(db: Db, userId: string): Promise<string> {
  const id = newId();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db
    .insertInto('session')
    .values({ id, userId, token: id, expiresAt } as never)
    .execute();
  return id;
}

/** Somebody with an account to sign in (password "mua thu la bay"), in version 1. @returns the id of the user */
export async function aColleague(
  db: Db,
  given: { schoolId: string; displayName?: string; username?: string; role?: Role; password?: string },
): Promise<string> {
  const { schoolId, displayName = 'Đồng Nghiệp', role = 'staff', password = 'mua thu la bay' } = given;
  const account = { displayName, username: given.username ?? `dong.nghiep.${next()}`, password };
  const passwordHash = await (hashes[password] ??= hashPassword(password));
  return inSchool(db, schoolId, (trx) => createAccount(trx, { account, role, now: new Date(), passwordHash }));
}

/** @returns ids of school, holder and card */
export async function aSignInCard(
  db: Db,
  given: WithSchool & Partial<Insertable<SignInCardTable>> = {},
): Promise<{ schoolId: string; userId: string; cardId: string }> {
  const holder =
    given.school_id && given.user_id ? { schoolId: given.school_id, userId: given.user_id } : await aMembership(db);
  const row = {
    id: newId(),
    code_hash: next().toString(16).padStart(64, '0'),
    expires_at: new Date(Date.now() + 86_400_000),
    created_by: holder.userId,
    ...given,
    school_id: holder.schoolId,
    user_id: holder.userId,
  };
  await inSchool(db, holder.schoolId, (trx) => trx.insertInto('sign_in_card').values(row).execute());
  return { ...holder, cardId: row.id };
}

/** @returns ids of school and group */
export async function aStaffGroup(
  db: Db,
  given: WithSchool & Partial<Insertable<StaffGroupTable>> & { members?: readonly string[] } = {},
): Promise<{ schoolId: string; groupId: string }> {
  const { members = [], ...columns } = given;
  const schoolId = given.school_id ?? (await aSchool(db));
  const row = {
    id: newId(),
    year_start: 2026,
    name: `Tổ ${next()}`,
    kind: 'group' as const,
    ...columns,
    school_id: schoolId,
  };
  await inSchool(db, schoolId, async (trx) => {
    await trx.insertInto('staff_group').values(row).execute();
    for (const user_id of members)
      await trx.insertInto('staff_group_member').values({ school_id: schoolId, group_id: row.id, user_id }).execute();
  });
  return { schoolId, groupId: row.id };
}

/** @returns ids of school and upload */
export async function anUpload(
  db: Db,
  given: WithSchool & Partial<Insertable<UploadTable>> = {},
): Promise<{ schoolId: string; uploadId: string }> {
  const schoolId = given.school_id ?? (await aSchool(db));
  const row = {
    id: newId(),
    file_name: 'ke-hoach.docx',
    format: 'docx' as const,
    size: 1,
    sha256: '0'.repeat(64),
    created_by: given.created_by ?? (await aUser(db)),
    ...given,
    school_id: schoolId,
  };
  await inSchool(db, schoolId, (trx) => trx.insertInto('upload').values(row).execute());
  return { schoolId, uploadId: row.id };
}

/** @returns ids of school and plan */
export async function aPlan(
  db: Db,
  given: WithSchool & Partial<Insertable<PlanTable>> = {},
): Promise<{ schoolId: string; planId: string }> {
  const schoolId = given.school_id ?? (await aSchool(db));
  const row = {
    id: newId(),
    school_year_start: 2026,
    title: 'Kế hoạch cải tiến chất lượng giáo dục',
    layout: 'nine-column',
    standard_set: '19/2018/TT-BGDĐT',
    school_type: 'preschool' as const,
    document: anEmptyDocument(),
    created_by: given.created_by ?? (await aUser(db)),
    ...given,
    school_id: schoolId,
  };
  await inSchool(db, schoolId, (trx) => trx.insertInto('plan').values(row).execute());
  return { schoolId, planId: row.id };
}

/** @returns ids of school, plan and item */
export async function aPlanItem(
  db: Db,
  given: WithSchool & Partial<Insertable<PlanItemTable>> = {},
): Promise<{ schoolId: string; planId: string; itemId: string }> {
  const parent =
    given.school_id && given.plan_id
      ? { schoolId: given.school_id, planId: given.plan_id }
      : await aPlan(db, given.school_id ? { school_id: given.school_id } : {});
  const row = {
    id: newId(),
    position: `a${next()}`,
    action: 'Bổ sung đồ chơi ngoài trời',
    time: NO_TIME,
    budget: { text: null, amount: null, source: null },
    updated_by: given.updated_by ?? (await aUser(db)),
    ...given,
    school_id: parent.schoolId,
    plan_id: parent.planId,
  };
  await inSchool(db, parent.schoolId, (trx) => trx.insertInto('plan_item').values(row).execute());
  return { ...parent, itemId: row.id };
}

export const NO_TIME: SchoolTime = {
  text: null,
  parts: [],
  start: null,
  end: null,
  openEnded: false,
  recurrence: null,
  condition: null,
  needsReview: false,
  suggestion: null,
  yearInferred: false,
};

function anEmptyDocument(): Omit<PlanDocument, 'items'> {
  return {
    letterhead: { governingBody: null, schoolName: null, country: null, motto: null },
    number: null,
    numberText: null,
    date: null,
    dateText: null,
    place: null,
    title: ['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục'],
    schoolName: null,
    schoolType: 'preschool',
    schoolYear: { start: 2026 },
    standardSet: '19/2018/TT-BGDĐT',
    assessmentPeriod: null,
    sections: [],
    itemFields: [],
    signature: null,
    recipients: [],
  };
}
