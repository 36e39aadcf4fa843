import { type ExpressionBuilder, sql } from 'kysely';
import { isRole, type Role } from '#core/identity/role.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';

/** Somebody of the school, as those who manage people see them. */
export interface Member {
  userId: string;
  displayName: string;
  username: string;
  role: Role;
  jobTitle: string | null;
  phone: string | null;
  /** False: has left and cannot sign in. */
  active: boolean;
  /** The password is one that somebody else has given, and not changed yet. */
  temporaryPassword: boolean;
  /** They sign in in two steps. */
  secondFactor: boolean;
  version: number;
}

/** By name, as Vietnamese sorts; at most `limit`. */
export async function findMembers(trx: SchoolTransaction, limit: number): Promise<Member[]> {
  const rows = await members(trx)
    .orderBy(sql`membership.display_name COLLATE "vi-x-icu"`)
    .orderBy('membership.user_id')
    .limit(limit)
    .execute();
  return rows.map(memberOf);
}

export async function findMember(trx: SchoolTransaction, userId: string): Promise<Member | null> {
  const row = await members(trx).where('membership.user_id', '=', userId).executeTakeFirst();
  return row ? memberOf(row) : null;
}

function members(trx: SchoolTransaction) {
  return trx
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.user_id')
    .select([
      'membership.user_id',
      'membership.display_name',
      'membership.role',
      'membership.job_title',
      'membership.phone',
      'membership.active',
      'membership.version',
      'user.username',
      'user.twoFactorEnabled',
    ])
    .select(hasTemporaryPassword)
    .where('membership.school_id', '=', trx.schoolId);
}

function hasTemporaryPassword(query: ExpressionBuilder<Database, 'membership'>) {
  return query
    .exists(
      query
        .selectFrom('account')
        .select('account.id')
        .whereRef('account.userId', '=', 'membership.user_id')
        .where('account.temporaryUntil', 'is not', null),
    )
    .as('temporary');
}

type Row = Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number];

function memberOf(row: Row): Member {
  if (!isRole(row.role)) throw new Error(`unknown role: ${row.role}`);
  return {
    userId: row.user_id,
    displayName: row.display_name,
    username: row.username ?? '',
    role: row.role,
    jobTitle: row.job_title,
    phone: row.phone,
    active: row.active,
    temporaryPassword: Boolean(row.temporary),
    secondFactor: row.twoFactorEnabled,
    version: row.version,
  };
}
