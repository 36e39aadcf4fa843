import { verifyPassword } from 'better-auth/crypto';
import { normalisePassword, passwordProblem } from '#core/identity/new-account.ts';
import type { FieldProblem } from '#core/kernel/field-problem.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Context } from './context.ts';
import { countSignIn, forgetSignIn } from './limit-sign-in.ts';
import { setPassword } from './set-password.ts';

export interface OwnPasswordOptions {
  username: string;
  /** Null: not asked for, since they have just come in with a one-time password. */
  present: string | null;
  wanted: string;
  /** The session that asks, which goes on; all others end. */
  sessionId: string;
  /** Network address, for the limit on guesses: somebody may sit at an unlocked computer. */
  address: string;
}

/**
 * Everybody may change their own password, and must name the present one.
 * @returns what is wrong with what was typed; null when it is done
 * @throws AppError `identity.too-many-attempts`
 */
export async function changeOwnPassword(context: Context, options: OwnPasswordOptions): Promise<FieldProblem | null> {
  const wanted = normalisePassword(options.wanted);
  const problem = passwordProblem(wanted, options.username);
  if (problem) return { field: 'newPassword', problem: problem.problem };
  const { hash, temporary } = await findPassword(context, options.sessionId);
  if (options.present !== null || !temporary) {
    const attempt = { username: options.username, address: options.address };
    await countSignIn(context, attempt);
    const right = hash !== null && (await isPassword(hash, options.present ?? ''));
    if (!right) return { field: 'password', problem: 'wrong' };
    await forgetSignIn(context.db, attempt);
  }
  if (hash !== null && (await isPassword(hash, wanted))) return { field: 'newPassword', problem: 'same' };
  await inSchool(context.db, context.schoolId, (trx) =>
    setPassword(trx, {
      userId: context.user.id,
      password: wanted,
      by: context.user.id,
      at: context.clock.now(),
      keepSessionId: options.sessionId,
    }),
  );
  return null;
}

/** `temporary`: somebody else has set it, and the session was opened with it, not with a card. */
async function findPassword(context: Context, sessionId: string): Promise<{ hash: string | null; temporary: boolean }> {
  const row = await context.db
    .selectFrom('account')
    .innerJoin('session', 'session.userId', 'account.userId')
    .select(['account.password', 'account.temporaryUntil', 'session.cardId'])
    .where('account.userId', '=', context.user.id)
    .where('account.providerId', '=', 'credential')
    .where('session.id', '=', sessionId)
    .executeTakeFirst();
  return { hash: row?.password ?? null, temporary: Boolean(row?.temporaryUntil) && row?.cardId === null };
}

async function isPassword(hash: string, typed: string): Promise<boolean> {
  return verifyPassword({ hash, password: normalisePassword(typed) });
}
