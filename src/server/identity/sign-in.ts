import type { Kysely } from 'kysely';
import { isUsername, normaliseUsername } from '#core/identity/new-account.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import type { Auth } from './create-auth.ts';
import { countSignIn, forgetSignIn } from './limit-sign-in.ts';
import { recordOfPerson } from './record-of-person.ts';
import { requireEntry } from './require-entry.ts';
import { signOut } from './sign-out.ts';

export interface SignInOptions {
  username: string;
  password: string;
  /** Keep the session when the browser is closed: only on a machine of one's own. */
  remember: boolean;
  /** Network address of the person, for the limit on attempts. */
  address: string;
  headers: Headers;
}

/**
 * Checks name and password and opens a session. One answer for an unknown name and a wrong password, and the same time spent. Who
 * has a second step, and does not sit at a browser that they trust, has to take it now (`finish-sign-in.ts`).
 * @returns headers whose `set-cookie` lines carry the session, or the way to the second step
 * @throws AppError `identity.wrong-credentials`, `identity.too-many-attempts`; to those who know the password
 *   `identity.not-active`, `identity.password-expired`
 */
export async function signIn(
  services: { db: Kysely<Database>; auth: Auth; clock: Clock },
  options: SignInOptions,
): Promise<{ headers: Headers; half: boolean }> {
  const username = normaliseUsername(options.username);
  const attempt = { username, address: options.address };
  await countSignIn(services, attempt);
  if (!isUsername(username) || options.password === '') throw new AppError('identity.wrong-credentials');
  const { headers, response } = await services.auth.api
    .signInUsername({
      body: { username, password: options.password.normalize('NFKC'), rememberMe: options.remember },
      headers: options.headers,
      returnHeaders: true,
    })
    .catch((error: unknown) => {
      throw isRefusal(error) ? new AppError('identity.wrong-credentials', {}, { cause: error }) : error;
    });
  if (!response) throw new AppError('identity.wrong-credentials');
  await forgetSignIn(services.db, attempt);
  const half = 'twoFactorRedirect' in response;
  const userId = half ? await findUser(services.db, username) : response.user.id;
  await requireEntry(services, { userId, token: half ? null : response.token });
  if (!half) await recordOfPerson(services, { userId, actorId: userId, action: 'identity.signed-in' });
  // Whoever signs in anew has no more use for the session that this browser had; a copy of it would go on.
  if (options.headers.has('cookie')) await signOut(services, options.headers);
  return { headers, half };
}

async function findUser(db: Kysely<Database>, username: string): Promise<string> {
  const { id } = await db.selectFrom('user').select('id').where('username', '=', username).executeTakeFirstOrThrow();
  return id;
}

function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500;
}
