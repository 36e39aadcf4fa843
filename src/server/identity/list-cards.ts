import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';

/** A card that opens the door today. */
export interface ValidCard {
  userId: string;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** One for each person who has one. @throws AppError `identity.not-allowed` */
export async function listCards(context: Context): Promise<ValidCard[]> {
  requirePermission(context, 'member.edit');
  const rows = await inSchool(context.db, context.schoolId, (trx) =>
    trx
      .selectFrom('sign_in_card')
      .select(['user_id', 'expires_at', 'last_used_at'])
      .where('school_id', '=', trx.schoolId)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', context.clock.now())
      .execute(),
  );
  return rows.map(({ user_id, expires_at, last_used_at }) => ({
    userId: user_id,
    expiresAt: expires_at,
    lastUsedAt: last_used_at === null ? null : new Date(last_used_at),
  }));
}
