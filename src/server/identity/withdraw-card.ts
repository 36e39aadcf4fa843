import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { withdrawCardsOf } from './withdraw-cards.ts';

/**
 * The card of a person opens nothing any more, and whoever came in with it is out.
 * @throws AppError `identity.not-allowed`, `identity.card.not-found` when they have no card that works
 */
export async function withdrawCard(context: Context, options: { userId: string }): Promise<void> {
  requirePermission(context, 'member.edit');
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const withdrawn = await withdrawCardsOf(trx, { userId: options.userId, at });
    if (withdrawn === 0) throw new AppError('identity.card.not-found');
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: 'identity.card-withdrawn',
      subjectType: 'user',
      subjectId: options.userId,
      details: { cardsWithdrawn: withdrawn },
    });
  });
}
