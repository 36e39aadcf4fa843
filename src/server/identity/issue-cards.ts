import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { newId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { hashCardCode, newCardCode } from './hash-card-code.ts';
import { findMembers } from './member-store.ts';
import { requireOneSchool } from './require-one-school.ts';
import { withdrawCardsOf } from './withdraw-cards.ts';

export interface IssuedCard {
  displayName: string;
  jobTitle: string | null;
  /** Told once, kept nowhere. */
  code: string;
  expiresAt: Date;
}

/** How long a card can open the door, in days. */
export const CARD_DAYS = [30, 90, 365] as const;

const DAY = 24 * 60 * 60 * 1000;
const MOST = 2000;

/**
 * A card to sign in with for each of these people; a card that somebody had before is withdrawn.
 * @throws AppError `identity.not-allowed`, `identity.member.not-found`, `identity.not-active`,
 *   `identity.account-of-several-schools`, `identity.second-factor-needs-password` with the `name` of whom no card lets in
 */
export async function issueCards(
  context: Context,
  options: { userIds: readonly string[]; days: number },
): Promise<IssuedCard[]> {
  requirePermission(context, 'member.edit');
  const at = context.clock.now();
  const expiresAt = new Date(at.getTime() + options.days * DAY);
  const userIds = [...new Set(options.userIds)];
  const codes = await Promise.all(
    userIds.map(async (userId) => {
      const code = newCardCode();
      return { userId, code, hash: await hashCardCode(code) };
    }),
  );
  return inSchool(context.db, context.schoolId, async (trx) => {
    const members = new Map((await findMembers(trx, MOST)).map((member) => [member.userId, member]));
    const cards: IssuedCard[] = [];
    for (const { userId, code, hash } of codes) {
      const member = members.get(userId);
      if (!member) throw new AppError('identity.member.not-found');
      if (!member.active) throw new AppError('identity.not-active');
      if (member.secondFactor)
        throw new AppError('identity.second-factor-needs-password', { name: member.displayName });
      await requireOneSchool(trx, userId);
      await withdrawCardsOf(trx, { userId, at });
      const id = newId();
      await trx
        .insertInto('sign_in_card')
        .values({
          ...{ school_id: trx.schoolId, id, user_id: userId, code_hash: hash },
          ...{ expires_at: expiresAt, created_by: context.user.id, created_at: at },
        })
        .execute();
      await recordAudit(trx, {
        at,
        actorId: context.user.id,
        action: 'identity.card-issued',
        subjectType: 'user',
        subjectId: userId,
        details: { card: id, expiresAt: expiresAt.toISOString() },
      });
      cards.push({ displayName: member.displayName, jobTitle: member.jobTitle, code, expiresAt });
    }
    return cards;
  });
}
