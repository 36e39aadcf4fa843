import type { Insertable, Selectable } from 'kysely';
import type { PlanInvitationTable } from '#server/platform/schema-plan.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of invitations to say what one thinks of a plan. */

export type Invitation = Selectable<PlanInvitationTable>;

export async function insertInvitation(
  trx: SchoolTransaction,
  invitation: Omit<Insertable<PlanInvitationTable>, 'school_id'>,
): Promise<void> {
  await trx
    .insertInto('plan_invitation')
    .values({ ...invitation, school_id: trx.schoolId })
    .execute();
}

/** Oldest first. */
export async function findInvitations(trx: SchoolTransaction, planId: string): Promise<Invitation[]> {
  return trx
    .selectFrom('plan_invitation')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function findInvitation(trx: SchoolTransaction, invitationId: string): Promise<Invitation | null> {
  const row = await trx
    .selectFrom('plan_invitation')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', invitationId)
    .executeTakeFirst();
  return row ?? null;
}

export async function updateInvitation(
  trx: SchoolTransaction,
  invitationId: string,
  change: { withdrawn_at: Date } | { opened_at: Date },
): Promise<void> {
  await trx
    .updateTable('plan_invitation')
    .set(change)
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', invitationId)
    .execute();
}
