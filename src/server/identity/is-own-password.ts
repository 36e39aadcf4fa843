import { verifyPassword } from 'better-auth/crypto';
import { normalisePassword } from '#core/identity/new-account.ts';
import type { Context } from './context.ts';

/** Whether this is the person's own password. The caller counts the tries. */
export async function isOwnPassword(context: Pick<Context, 'db' | 'user'>, typed: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', context.user.id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  const hash = row?.password ?? null;
  return hash !== null && verifyPassword({ hash, password: normalisePassword(typed) });
}
