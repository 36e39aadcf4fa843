import { timingSafeEqual } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { vietnamDay } from '#core/kernel/vietnam-time.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import type { PlanCommentTable } from '#server/platform/schema-plan.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { loadPlan, type Plan } from '../get-plan.ts';
import { addComment } from './comment-on-plan.ts';
import { findComments } from './comment-store.ts';
import { findInvitation, type Invitation, updateInvitation } from './invitation-store.ts';
import { readToken } from './invitation-token.ts';

/** What an invited person sees: the plan while it is open for comments, and always what they said and were answered. */
export interface OpenedInvitation {
  name: string;
  title: string;
  /** Null when the time for comments is over. */
  plan: Plan | null;
  comments: Pick<Selectable<PlanCommentTable>, 'id' | 'item_id' | 'words' | 'created_at' | 'answer' | 'decision'>[];
}

/** For the door that stands open to people with a link: there is no account and no role, the secret in the link is the right. */
type Door = { db: Kysely<Database>; clock: Clock };

/** @throws AppError `invitation.not-found` (also when withdrawn), `invitation.expired` */
export async function openInvitation({ db, clock }: Door, text: string): Promise<OpenedInvitation> {
  return withInvitation({ db, clock }, text, async (trx, invitation) => {
    const plan = await loadPlan(trx, invitation.plan_id);
    const said = await findComments(trx, invitation.plan_id);
    await updateInvitation(trx, invitation.id, { opened_at: clock.now() });
    return {
      name: invitation.name,
      title: plan.title,
      plan: isOpen(plan, invitation) ? plan : null,
      comments: said.filter(({ invitation_id }) => invitation_id === invitation.id),
    };
  });
}

/** Most comments by one link: more is no consultation. */
const MOST_COMMENTS = 200;

/**
 * What an invited person says.
 * @throws AppError `invitation.not-found`, `invitation.expired`, `plan.not-in-consultation`, `comment.too-many-comments`, and what
 *   `commentOnPlan` throws
 */
export async function answerInvitation(
  { db, clock }: Door,
  options: { token: string; itemId: string | null; words: string },
): Promise<void> {
  await withInvitation({ db, clock }, options.token, async (trx, invitation) => {
    const plan = await loadPlan(trx, invitation.plan_id);
    if (!isOpen(plan, invitation)) throw new AppError('plan.not-in-consultation');
    const said = await findComments(trx, invitation.plan_id);
    if (said.filter(({ invitation_id }) => invitation_id === invitation.id).length >= MOST_COMMENTS)
      throw new AppError('comment.too-many-comments', { limit: MOST_COMMENTS });
    const { itemId, words } = options;
    const speaker = { invitationId: invitation.id, name: invitation.name };
    await addComment(trx, { planId: plan.id, itemId, words, speaker, at: clock.now() });
  });
}

async function withInvitation<T>(
  { db, clock }: Door,
  text: string,
  work: (trx: SchoolTransaction, invitation: Invitation) => Promise<T>,
): Promise<T> {
  const token = readToken(text);
  if (token === null) throw new AppError('invitation.not-found');
  return inSchool(db, token.schoolId, async (trx) => {
    const invitation = await findInvitation(trx, token.invitationId);
    const known = invitation?.secret_sha256 ?? '0'.repeat(64);
    const same = timingSafeEqual(Buffer.from(known, 'hex'), Buffer.from(sha256(token.secret), 'hex'));
    if (!invitation || !same || invitation.withdrawn_at !== null) throw new AppError('invitation.not-found');
    if (vietnamDay(clock.now()) > invitation.expires_on) throw new AppError('invitation.expired');
    return work(trx, invitation);
  });
}

function isOpen(plan: Pick<Plan, 'state' | 'revision'>, invitation: Invitation): boolean {
  return plan.state === 'consultation' && plan.revision === invitation.revision;
}
