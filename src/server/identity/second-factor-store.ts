import type { Kysely } from 'kysely';
import type { TypedCode } from '#core/identity/typed-code.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { Database } from '#server/platform/schema.ts';
import { stepOfCode } from './phone-code.ts';
import type { Seal } from './seal.ts';

export interface SecondFactor {
  /** What the phone counts with. */
  secret: string;
  /** Codes on paper that are not used yet. */
  recoveryCodes: string[];
  /** False: a key that was shown and not confirmed. */
  verified: boolean;
  /** As they are kept: a key that was shown again, or codes of which one was taken, are sealed anew. */
  sealedSecret: string;
  sealedCodes: string;
}

/** @throws AppError `identity.second-factor-unreadable` when it was kept under another secret of the installation */
export async function findSecondFactor(
  { db, seal }: { db: Kysely<Database>; seal: Seal },
  userId: string,
): Promise<SecondFactor | null> {
  const row = await db.selectFrom('twoFactor').selectAll().where('userId', '=', userId).executeTakeFirst();
  if (!row) return null;
  try {
    return {
      secret: await seal.open(row.secret),
      recoveryCodes: JSON.parse(await seal.open(row.backupCodes)) as string[],
      verified: row.verified,
      sealedSecret: row.secret,
      sealedCodes: row.backupCodes,
    };
  } catch (cause) {
    throw new AppError('identity.second-factor-unreadable', {}, { cause });
  }
}

/**
 * Takes the code of a phone, once: two windows with one code get one `right`.
 * @returns `used`: it was right, and has been taken before
 */
export async function takePhoneCode(
  db: Kysely<Database>,
  options: { userId: string; secret: string; code: string; now: Date },
): Promise<'right' | 'wrong' | 'used'> {
  const step = await stepOfCode(options.secret, options.code, options.now);
  if (step === null) return 'wrong';
  const taken = await db
    .updateTable('twoFactor')
    .set({ lastStep: step })
    .where('userId', '=', options.userId)
    .where((query) => query.or([query('lastStep', 'is', null), query('lastStep', '<', step)]))
    .returning('id')
    .execute();
  return taken.length > 0 ? 'right' : 'used';
}

/** Either kind of code, taken once. */
export async function takeCode(
  services: { db: Kysely<Database>; seal: Seal },
  options: { userId: string; factor: SecondFactor; typed: TypedCode; now: Date },
): Promise<'right' | 'wrong' | 'used'> {
  const { userId, factor, typed, now } = options;
  if (typed.kind === 'phone') {
    return takePhoneCode(services.db, { userId, secret: factor.secret, code: typed.code, now });
  }
  if (!factor.recoveryCodes.includes(typed.code)) return 'wrong';
  const left = factor.recoveryCodes.filter((code) => code !== typed.code);
  const taken = await services.db
    .updateTable('twoFactor')
    .set({ backupCodes: await services.seal.close(JSON.stringify(left)) })
    .where('userId', '=', userId)
    .where('backupCodes', '=', factor.sealedCodes)
    .returning('id')
    .execute();
  return taken.length > 0 ? 'right' : 'used';
}
