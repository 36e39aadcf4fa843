import type { Kysely } from 'kysely';
import { readCardCode } from '#core/identity/card-code.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Clock } from '#server/platform/clock.ts';
import { asCardHolder, inSchool } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';
import type { Auth } from './create-auth.ts';
import { hashCardCode } from './hash-card-code.ts';
import { countSignIn, forgetSignIn } from './limit-sign-in.ts';

export interface CardSignInOptions {
  /** As typed, or as the picture on the card says. */
  code: string;
  remember: boolean;
  address: string;
  headers: Headers;
}

/**
 * Opens a session for the holder of a card. One answer for a code that nobody has, a card that was withdrawn or has expired, and a
 * holder who has left.
 * @returns headers whose `set-cookie` lines carry the session
 * @throws AppError `identity.wrong-card`, `identity.too-many-attempts`, `identity.second-factor-needed`
 */
export async function signInWithCard(
  services: { db: Kysely<Database>; auth: Auth; clock: Clock },
  options: CardSignInOptions,
): Promise<Headers> {
  const { db, clock, auth } = services;
  const code = readCardCode(options.code);
  if (code === null) throw new AppError('identity.wrong-card');
  // Guesses at any card from one place count together: nobody knows whose a wrong code was meant to be.
  const attempt = { username: `card ${options.address}`, address: options.address };
  await countSignIn(services, attempt);
  const hash = await hashCardCode(code);
  const card = await findCard(db, hash);
  const cardUntil = card && (await useCard(db, card, clock.now()));
  if (!cardUntil) throw new AppError('identity.wrong-card');
  const { headers, response } = await auth.api.openCardSession({
    body: { userId: card.userId, cardId: card.id, cardUntil, remember: options.remember },
    headers: options.headers,
    returnHeaders: true,
  });
  if (!response.opened) throw new AppError('identity.wrong-card');
  await forgetSignIn(db, attempt);
  return headers;
}

interface FoundCard {
  id: string;
  schoolId: string;
  userId: string;
}

async function findCard(db: Kysely<Database>, hash: string): Promise<FoundCard | null> {
  const row = await asCardHolder(db, hash, (trx) =>
    trx
      .selectFrom('sign_in_card')
      .select(['id', 'school_id', 'user_id'])
      .where('code_hash', '=', hash)
      .executeTakeFirst(),
  );
  return row ? { id: row.id, schoolId: row.school_id, userId: row.user_id } : null;
}

/** When it expires; null when it opens nothing now. Written down when it does. */
async function useCard(db: Kysely<Database>, card: FoundCard, now: Date): Promise<Date | null> {
  return inSchool(db, card.schoolId, async (trx) => {
    const valid = await trx
      .selectFrom('sign_in_card')
      .innerJoin('membership', (join) =>
        join
          .onRef('membership.school_id', '=', 'sign_in_card.school_id')
          .onRef('membership.user_id', '=', 'sign_in_card.user_id'),
      )
      .innerJoin('user', 'user.id', 'sign_in_card.user_id')
      .select(['user.twoFactorEnabled', 'sign_in_card.expires_at'])
      .where('sign_in_card.school_id', '=', trx.schoolId)
      .where('sign_in_card.id', '=', card.id)
      .where('sign_in_card.withdrawn_at', 'is', null)
      .where('sign_in_card.expires_at', '>', now)
      .where('membership.active', '=', true)
      .executeTakeFirst();
    if (!valid) return null;
    if (valid.twoFactorEnabled) throw new AppError('identity.second-factor-needed');
    await trx
      .updateTable('sign_in_card')
      .set({ last_used_at: now })
      .where('school_id', '=', trx.schoolId)
      .where('id', '=', card.id)
      .execute();
    await recordAudit(trx, {
      at: now,
      actorId: card.userId,
      action: 'identity.signed-in',
      subjectType: 'user',
      subjectId: card.userId,
      details: { card: card.id },
    });
    return valid.expires_at;
  });
}
