import type { Kysely } from 'kysely';
import { isRole, type Role } from '#core/identity/role.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { LONGEST_SESSION } from './find-session.ts';

const DAY = 24 * 60 * 60_000;

/**
 * For answers that go on for hours: which of these sessions have not ended and belong to people who are still members of the school, with
 * the role that they have now. Looking does not prolong a session.
 * @returns role by session id
 */
export async function stillSignedIn(
  services: { db: Kysely<Database>; clock: Clock },
  schoolId: string,
  sessions: readonly { sessionId: string; userId: string }[],
): Promise<ReadonlyMap<string, Role>> {
  const { db, clock } = services;
  const now = clock.now();
  const [open, members] = await Promise.all([
    db
      .selectFrom('session')
      .select(['id', 'userId'])
      .where(
        'id',
        'in',
        sessions.map(({ sessionId }) => sessionId),
      )
      .where('expiresAt', '>', now)
      .where('createdAt', '>', new Date(now.getTime() - LONGEST_SESSION * DAY))
      .where((session) => session.or([session('cardId', 'is', null), session('cardUntil', '>', now)]))
      .execute(),
    inSchool(db, schoolId, (trx) =>
      trx
        .selectFrom('membership')
        .select(['user_id', 'role'])
        .where('school_id', '=', schoolId)
        .where(
          'user_id',
          'in',
          sessions.map(({ userId }) => userId),
        )
        .where('active', '=', true)
        .execute(),
    ),
  ]);
  const roles = new Map(members.map((member) => [member.user_id, member.role]));
  return new Map(
    open.flatMap(({ id, userId }): [string, Role][] => {
      const role = roles.get(userId);
      return role !== undefined && isRole(role) ? [[id, role]] : [];
    }),
  );
}
