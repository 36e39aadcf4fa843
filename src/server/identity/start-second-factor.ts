import { generateRandomString } from 'better-auth/crypto';
import { AppError } from '#core/kernel/app-error.ts';
import { newId } from '#server/platform/ids.ts';
import type { Context } from './context.ts';
import { phoneKey, phoneKeyAddress } from './phone-code.ts';
import type { Seal } from './seal.ts';
import { findSecondFactor } from './second-factor-store.ts';

/** A key for the phone: as text to type, and as the address in the QR picture. */
export interface PhoneKey {
  key: string;
  address: string;
}

const SECRET_LENGTH = 32;

/**
 * A new key for the person's own phone, which counts for nothing until they confirm it with a code.
 * @throws AppError `identity.second-factor.already-on`
 */
export async function startSecondFactor(
  context: Context,
  { seal, username }: { seal: Seal; username: string },
): Promise<PhoneKey> {
  const secret = generateRandomString(SECRET_LENGTH);
  const [sealed, none] = [await seal.close(secret), await seal.close('[]')];
  const kept = await context.db
    .insertInto('twoFactor')
    .values({ id: newId(), userId: context.user.id, secret: sealed, backupCodes: none, verified: false })
    .onConflict((conflict) =>
      conflict
        .column('userId')
        .doUpdateSet({ secret: sealed, backupCodes: none, lastStep: null })
        .where('twoFactor.verified', '=', false),
    )
    .returning('id')
    .execute();
  if (kept.length === 0) throw new AppError('identity.second-factor.already-on');
  return keyOf(secret, username);
}

/** The key that waits for its code, to be shown again beside a code that was wrong; null when none waits. */
export async function findStartedFactor(
  context: Context,
  { seal, username }: { seal: Seal; username: string },
): Promise<PhoneKey | null> {
  const factor = await findSecondFactor({ db: context.db, seal }, context.user.id);
  return factor && !factor.verified ? keyOf(factor.secret, username) : null;
}

function keyOf(secret: string, username: string): PhoneKey {
  return { key: phoneKey(secret), address: phoneKeyAddress(secret, { issuer: 'Cải Tiến', account: username }) };
}
