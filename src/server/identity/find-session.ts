import type { Kysely } from 'kysely';
import { isRole, type Role } from '#core/identity/role.ts';
import { asUser } from '#server/platform/school-transaction.ts';
import type { Clock } from '#server/platform/clock.ts';
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

export interface SignedInSession {
  id: string;
  /** They came in with a password that somebody else has given: it must be changed before anything else. */
  mustChangePassword: boolean;
  /** When somebody else switched their second step off, until they have read of it. */
  secondFactorRemoved: Date | null;
}

/**
 * A session that is used goes on for 30 days more each time (`create-auth.ts`), but no longer than this in all: a stolen one must not
 * live for ever. Days. One that a card opened ends with the card at the latest.
 */
export const LONGEST_SESSION = 90;
const DAY = 24 * 60 * 60_000;

/** Who a request comes from; null for nobody, an ended session, or somebody who belongs to no school any more. */
export async function findSession(
  services: { db: Kysely<Database>; auth: Auth; clock: Clock },
  headers: Headers,
): Promise<{ user: SignedInUser; membership: Membership; session: SignedInSession } | null> {
  const session = await services.auth.api.getSession({ headers });
  if (!session) return null;
  const { cardId, cardUntil, createdAt } = session.session;
  const now = services.clock.now().getTime();
  const ofDeadCard = Boolean(cardId) && !(cardUntil && cardUntil.getTime() > now);
  if (ofDeadCard || now - createdAt.getTime() > LONGEST_SESSION * DAY) {
    await services.db.deleteFrom('session').where('id', '=', session.session.id).execute();
    return null;
  }
  const found = await findMembership(services.db, session.user.id);
  if (!found) return null;
  const { id, username } = session.user;
  return {
    user: { id, displayName: found.displayName, username: username ?? '' },
    membership: found.membership,
    session: {
      id: session.session.id,
      mustChangePassword: found.temporaryPassword && !cardId,
      secondFactorRemoved: found.secondFactorRemoved,
    },
  };
}

/** The first school that the person joined and has not left. */
async function findMembership(
  db: Kysely<Database>,
  userId: string,
): Promise<{
  membership: Membership;
  displayName: string;
  temporaryPassword: boolean;
  secondFactorRemoved: Date | null;
} | null> {
  const row = await asUser(db, userId, (trx) =>
    trx
      .selectFrom('membership')
      .leftJoin('account', (join) =>
        join.onRef('account.userId', '=', 'membership.user_id').on('account.providerId', '=', 'credential'),
      )
      .leftJoin('user', 'user.id', 'membership.user_id')
      .select(['membership.school_id', 'membership.role', 'membership.display_name', 'account.temporaryUntil'])
      .select('user.secondFactorRemovedAt')
      .where('membership.user_id', '=', userId)
      .where('membership.active', '=', true)
      .orderBy('membership.created_at')
      .orderBy('membership.school_id')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!row || !isRole(row.role)) return null;
  const removedAt = row.secondFactorRemovedAt;
  return {
    membership: { schoolId: row.school_id, role: row.role },
    displayName: row.display_name,
    temporaryPassword: row.temporaryUntil !== null,
    secondFactorRemoved: removedAt === null ? null : new Date(removedAt),
  };
}
