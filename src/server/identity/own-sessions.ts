import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { isId } from '#server/platform/ids.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';

export interface OwnSession {
  id: string;
  /** What the browser calls itself. */
  userAgent: string;
  byCard: boolean;
  since: Date;
  /** To the day: the session library notes it once a day. */
  lastSeen: Date;
}

/** Sessions of a list. */
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
  const { db, schoolId, user, clock } = context;
  return inSchool(db, schoolId, async (trx) => {
    const ended =
      'allBut' in options
        ? await endSessions(trx, { userId: user.id, keepSessionId: options.allBut })
        : await endOne(trx, user.id, options.sessionId);
    if (ended > 0)
      await recordAudit(trx, {
        at: clock.now(),
        actorId: user.id,
        action: 'identity.sessions-ended',
        subjectType: 'user',
        subjectId: user.id,
        details: { sessionsEnded: ended },
      });
    return ended;
  });
}

async function endOne(trx: SchoolTransaction, userId: string, sessionId: string): Promise<number> {
  if (!isId(sessionId)) throw new AppError('identity.session.not-found');
  await trx
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '=', sessionId)
    .execute()
    .catch((error: unknown) => {
      throw isNoRowWritten(error) ? new AppError('identity.session.not-found', {}, { cause: error }) : error;
    });
  return 1;
}
