import type { Kysely } from 'kysely';
import { isUsername, normaliseUsername } from '#core/identity/new-account.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordSignIn } from './record-sign-in.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import type { Auth } from './create-auth.ts';
import { countSignIn, forgetSignIn } from './limit-sign-in.ts';
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
 * Checks name and password and opens a session. One answer for an unknown name and a wrong password, and the same time spent.
 * @returns headers whose `set-cookie` lines carry the session
 * @throws AppError `identity.wrong-credentials`, `identity.too-many-attempts`; to those who know the password
 *   `identity.not-active`, `identity.password-expired`
 */
export async function signIn(
  services: { db: Kysely<Database>; auth: Auth; clock: Clock },
  options: SignInOptions,
): Promise<Headers> {
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
  await requireEntry(services, { userId: response.user.id, token: response.token });
  await recordSignIn(services, response.user.id);
  // Whoever signs in anew has no more use for the session that this browser had; a copy of it would go on.
  if (options.headers.has('cookie')) await signOut(services, options.headers);
  return headers;
}

function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500;
}
