import type { Kysely } from 'kysely';
import { isRole, type Role } from '#core/identity/role.ts';
import { asUser } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';
import type { Auth } from './create-auth.ts';

export interface SignedInUser {
  id: string;
  displayName: string;
  username: string;
}

/** What somebody is in the school that they work in now. */
export interface Membership {
  schoolId: string;
  role: Role;
}

/** Who a request comes from; null for nobody, an ended session, or somebody who belongs to no school any more. */
export async function findSession(
  services: { db: Kysely<Database>; auth: Auth },
  headers: Headers,
): Promise<{ user: SignedInUser; membership: Membership } | null> {
  const session = await services.auth.api.getSession({ headers });
  if (!session) return null;
  const membership = await findMembership(services.db, session.user.id);
  if (!membership) return null;
  const { id, name, username } = session.user;
  return { user: { id, displayName: name, username: username ?? '' }, membership };
}

/** The first school that the person joined. */
async function findMembership(db: Kysely<Database>, userId: string): Promise<Membership | null> {
  const row = await asUser(db, userId, (trx) =>
    trx
      .selectFrom('membership')
      .select(['school_id', 'role'])
      .where('user_id', '=', userId)
      .orderBy('created_at')
      .orderBy('school_id')
      .limit(1)
      .executeTakeFirst(),
  );
  return row && isRole(row.role) ? { schoolId: row.school_id, role: row.role } : null;
}
