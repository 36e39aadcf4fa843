import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type MemberSaved, type MemberVersion, readForChange } from './change-member.ts';
import { type Context, requirePermission } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { keepAPrincipal } from './keep-a-principal.ts';
import { forgetDevices } from './trusted-devices.ts';
import { withdrawCardsOf } from './withdraw-cards.ts';

/**
 * Somebody has left: their sessions end at once, their cards are withdrawn, none of their browsers is trusted any more, and they cannot
 * come in; nothing of what they did is forgotten.
 * @throws AppError `identity.not-allowed`, `identity.member.not-found`, `identity.last-principal`
 */
export async function deactivateMember(context: Context, options: MemberVersion): Promise<MemberSaved> {
  return switchMember(context, options, false);
}

/** Somebody is back, with the password that they had. @throws AppError `identity.not-allowed`, `identity.member.not-found` */
export async function reactivateMember(context: Context, options: MemberVersion): Promise<MemberSaved> {
  return switchMember(context, options, true);
}

async function switchMember(context: Context, options: MemberVersion, active: boolean): Promise<MemberSaved> {
  requirePermission(context, 'member.edit');
  const { userId, version } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    const read = await readForChange(trx, options);
    if (!read.saved) return read;
    if (!active) await keepAPrincipal(trx, userId);
    await trx
      .updateTable('membership')
      .set({ active, version: version + 1, updated_at: at })
      .where('school_id', '=', trx.schoolId)
      .where('user_id', '=', userId)
      .where('version', '=', version)
      .execute();
    const sessionsEnded = active ? 0 : await endSessions(trx, { userId });
    // Months may lie between: whoever has that browser by now gives the code.
    await forgetDevices(trx, userId);
    const cardsWithdrawn = active ? 0 : await withdrawCardsOf(trx, { userId, at });
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: active ? 'identity.member-reactivated' : 'identity.member-deactivated',
      subjectType: 'user',
      subjectId: userId,
      details: { sessionsEnded, cardsWithdrawn },
    });
    return { saved: true };
  });
}
