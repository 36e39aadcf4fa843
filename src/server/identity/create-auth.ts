import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { Kysely } from 'kysely';
import { isUsername, normaliseUsername, PASSWORD_LENGTH, USERNAME_LENGTH } from '#core/identity/new-account.ts';
import { newId } from '#server/platform/ids.ts';
import type { Database } from '#server/platform/schema.ts';
import { cardSessions } from './card-sessions.ts';
import { halfSignIns } from './half-sign-ins.ts';
import { TRUSTED_DAYS } from './trusted-devices.ts';

export type Auth = ReturnType<typeof createAuth>;

const SESSION_SECONDS = 30 * 24 * 60 * 60;
const REFRESH_SECONDS = 24 * 60 * 60;

/**
 * Sessions and passwords. Used as a library by the use cases beside it: its own endpoints are not served. Secure cookies (and
 * their `__Secure-` names) as soon as the address that people type is https.
 */
export function createAuth(options: { db: Kysely<Database>; secret: string; origin: string }) {
  return betterAuth({
    appName: 'Cải Tiến',
    baseURL: options.origin,
    secret: options.secret,
    database: { db: options.db, type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    plugins: [
      cardSessions(),
      halfSignIns(),
      // It asks for the code at signing in and counts wrong ones; what people change about it are use cases of ours.
      twoFactor({ trustDeviceMaxAge: TRUSTED_DAYS * 24 * 60 * 60 }),
      username({
        minUsernameLength: USERNAME_LENGTH.min,
        maxUsernameLength: USERNAME_LENGTH.max,
        usernameNormalization: normaliseUsername,
        usernameValidator: (text) => isUsername(normaliseUsername(text)),
      }),
    ],
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      additionalFields: {
        cardId: { type: 'string', required: false, input: false },
        cardUntil: { type: 'date', required: false, input: false },
      },
    },
    // `limit-sign-in.ts` counts for every entry, not only for HTTP endpoints.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'caitien',
      useSecureCookies: options.origin.startsWith('https:'),
      database: { generateId: () => newId() },
    },
  });
}
