import type { Kysely } from 'kysely';
import { readTypedCode } from '#core/identity/typed-code.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import type { Auth } from './create-auth.ts';
import { countSignIn, forgetSignIn } from './limit-sign-in.ts';
import { recordOfPerson } from './record-of-person.ts';
import { requireEntry } from './require-entry.ts';
import type { Seal } from './seal.ts';
import { findSecondFactor, takePhoneCode } from './second-factor-store.ts';

interface Services {
  db: Kysely<Database>;
  auth: Auth;
  seal: Seal;
  clock: Clock;
}

/** Whether this browser stands between the two steps: the password was right, the code is still missing. */
export async function isHalfSignedIn(services: { auth: Auth }, headers: Headers): Promise<boolean> {
  return (await services.auth.api.findHalfSignIn({ headers })).userId !== null;
}

/**
 * The second step: the code of the phone, or a recovery code, opens the session that the password alone did not. Wrong codes count by
 * person and place here, by try and by person in the library: after five the password is asked for again, after ten there is a pause.
 * @returns headers whose `set-cookie` lines carry the session
 * @throws AppError `identity.wrong-code`, `identity.code-used`, `identity.sign-in-lapsed`, `identity.too-many-attempts`,
 *   `identity.second-factor-unreadable`, `identity.not-active`
 */
export async function finishSignIn(
  services: Services,
  options: { code: string; trustDevice: boolean; address: string; headers: Headers },
): Promise<Headers> {
  const between = withoutSession(options.headers);
  const { userId } = await services.auth.api.findHalfSignIn({ headers: between });
  if (userId === null) throw new AppError('identity.sign-in-lapsed');
  const typed = readTypedCode(options.code);
  if (typed === null) throw new AppError('identity.wrong-code');
  const attempt = { username: `code ${userId}`, address: options.address };
  await countSignIn(services, attempt);
  const factor = await findSecondFactor(services, userId);
  if (factor && typed.kind === 'phone') {
    const { secret } = factor;
    const taken = await takePhoneCode(services.db, { userId, secret, code: typed.code, now: services.clock.now() });
    if (taken === 'used') throw new AppError('identity.code-used');
  }
  const { api } = services.auth;
  const verify = typed.kind === 'phone' ? api.verifyTOTP : api.verifyBackupCode;
  const body = { code: typed.code, trustDevice: options.trustDevice };
  const { headers, response } = await verify({ body, headers: between, returnHeaders: true }).catch(refuse);
  await forgetSignIn(services.db, attempt);
  await requireEntry(services, { userId, token: response.token ?? null });
  const details = { secondFactor: typed.kind };
  await recordOfPerson(services, { userId, actorId: userId, action: 'identity.signed-in', details });
  return headers;
}

/** The library would check the code of the session's owner, if there were one, and not of whoever has given the password. */
function withoutSession(headers: Headers): Headers {
  const copy = new Headers(headers);
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/).filter((pair) => !/session_token=/.test(pair));
  copy.set('cookie', cookies.join('; '));
  return copy;
}

const CODES: Readonly<Record<string, Pick<AppError, 'code' | 'details'>>> = {
  INVALID_CODE: { code: 'identity.wrong-code', details: {} },
  INVALID_BACKUP_CODE: { code: 'identity.wrong-code', details: {} },
  ACCOUNT_TEMPORARILY_LOCKED: { code: 'identity.too-many-attempts', details: { minutes: 15 } },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'identity.sign-in-lapsed', details: {} },
  INVALID_TWO_FACTOR_COOKIE: { code: 'identity.sign-in-lapsed', details: {} },
  TOTP_NOT_ENABLED: { code: 'identity.sign-in-lapsed', details: {} },
  BACKUP_CODES_NOT_ENABLED: { code: 'identity.sign-in-lapsed', details: {} },
};

function refuse(error: unknown): never {
  const code = (error as { body?: { code?: string } } | null)?.body?.code ?? '';
  // One recovery code in two windows at once: the other one has it.
  const taken = (error as { statusCode?: unknown } | null)?.statusCode === 409;
  const known = taken ? { code: 'identity.sign-in-lapsed' as const, details: {} } : CODES[code];
  throw known ? new AppError(known.code, known.details, { cause: error }) : error;
}
