import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Context } from './context.ts';

export interface OwnSession {
  id: string;
  /** What the browser calls itself. */
  userAgent: string;
  byCard: boolean;
  since: Date;
  /** To the day: the session library notes it once a day. */
  lastSeen: Date;
}

const MOST = 100;

/** Where the person is signed in, the newest first. */
export async function listOwnSessions(context: Context): Promise<OwnSession[]> {
  const rows = await context.db
    .selectFrom('session')
    .select(['id', 'userAgent', 'cardId', 'createdAt', 'updatedAt'])
    .where('userId', '=', context.user.id)
    .where('expiresAt', '>', context.clock.now())
    .orderBy('createdAt', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ id, userAgent, cardId, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent ?? '',
    byCard: cardId !== null,
    since: createdAt,
    lastSeen: updatedAt,
  }));
}

/** Ends one of the person's own sessions, or all but the one that is kept. @throws AppError `identity.session.not-found` */
export async function endOwnSessions(
  context: Context,
  options: { sessionId: string } | { allBut: string },
): Promise<number> {
  const own = await listOwnSessions(context);
  const ended = own
    .map(({ id }) => id)
    .filter((id) => ('sessionId' in options ? id === options.sessionId : id !== options.allBut));
  if ('sessionId' in options && ended.length === 0) throw new AppError('identity.session.not-found');
  if (ended.length === 0) return 0;
  await inSchool(context.db, context.schoolId, async (trx) => {
    await trx.deleteFrom('session').where('userId', '=', context.user.id).where('id', 'in', ended).execute();
    await recordAudit(trx, {
      at: context.clock.now(),
      actorId: context.user.id,
      action: 'identity.sessions-ended',
      subjectType: 'user',
      subjectId: context.user.id,
      details: { sessionsEnded: ended.length },
    });
  });
  return ended.length;
}
