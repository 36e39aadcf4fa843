import { hashPassword } from 'better-auth/crypto';
import type { NewAccount } from '#core/identity/new-account.ts';
import type { Role } from '#core/identity/role.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { newId } from '#server/platform/ids.ts';
import { isTaken } from '#server/platform/refused-row.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

export interface CreateAccountOptions {
  account: NewAccount;
  role: Role;
  now: Date;
  /** As the staff list has them. */
  jobTitle?: string | null;
  phone?: string | null;
  /** For a password that the person did not choose: until when it opens the door; it must be changed then. */
  temporaryUntil?: Date;
  /** Hash of the password, made before, when many accounts are created in one transaction. */
  passwordHash?: string;
}

/**
 * Writes a person, their password and their place in the school of the transaction; the caller records it in the audit log.
 * The sign-in library wants an address for everybody: it gets one that cannot receive mail and is never shown.
 * @returns the id of the person
 * @throws AppError `identity.username-taken`
 */
export async function createAccount(trx: SchoolTransaction, options: CreateAccountOptions): Promise<string> {
  const { account, role, now } = options;
  const userId = newId();
  const moments = { createdAt: now, updatedAt: now };
  await trx
    .insertInto('user')
    .values({
      id: userId,
      name: account.displayName,
      email: `${userId}@no-mail.invalid`,
      username: account.username,
      displayUsername: account.username,
      ...moments,
    })
    .execute()
    .catch((error: unknown) => {
      throw isTaken(error) ? new AppError('identity.username-taken', {}, { cause: error }) : error;
    });
  await trx
    .insertInto('account')
    .values({
      id: newId(),
      accountId: userId,
      providerId: 'credential',
      userId,
      password: options.passwordHash ?? (await hashPassword(account.password)),
      temporaryUntil: options.temporaryUntil ?? null,
      ...moments,
    })
    .execute();
  await trx
    .insertInto('membership')
    .values({
      school_id: trx.schoolId,
      user_id: userId,
      role,
      display_name: account.displayName,
      job_title: options.jobTitle ?? null,
      phone: options.phone ?? null,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return userId;
}
