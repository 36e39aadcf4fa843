import type { Kysely } from 'kysely';
import { isRole, type Role } from '#core/identity/role.ts';
import { asUser } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';

export interface AccountSummary {
  userId: string;
  username: string;
  displayName: string;
  memberships: { schoolId: string; role: Role }[];
}

/** Accounts of a list; one that is longer is of a server of many schools, whose people are looked for in their school. */
export const MOST_LISTED = 1000;

/** Who can sign in, the first by username: for whoever runs the server, not for a page. */
export async function listAccounts(db: Kysely<Database>): Promise<AccountSummary[]> {
  const users = await db
    .selectFrom('user')
    .select(['id', 'username', 'name'])
    .orderBy('username')
    .limit(MOST_LISTED)
    .execute();
  const accounts: AccountSummary[] = [];
  for (const { id, username, name } of users) {
    accounts.push({
      userId: id,
      username: username ?? '',
      displayName: name,
      memberships: await findMemberships(db, id),
    });
  }
  return accounts;
}

/** What somebody is, in every school that they joined. */
export async function findMemberships(db: Kysely<Database>, userId: string): Promise<AccountSummary['memberships']> {
  const rows = await asUser(db, userId, (trx) =>
    trx.selectFrom('membership').select(['school_id', 'role']).where('user_id', '=', userId).execute(),
  );
  return rows.flatMap(({ school_id, role }) => (isRole(role) ? [{ schoolId: school_id, role }] : []));
}
