import { timingSafeEqual } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { type PlanOfThread, turnsToTakeBack } from '#core/plan/life/take-back.ts';
import { vietnamDay } from '#core/kernel/vietnam-time.ts';
import type { Clock } from '#server/platform/clock.ts';
import { countEvent } from '#server/platform/count-event.ts';
import type { Database } from '#server/platform/schema.ts';
import type { PlanCommentTable } from '#server/platform/schema-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { loadPlan, type Plan } from '../get-plan.ts';
import { addComment } from './comment-on-plan.ts';
import { readWords } from './comment-words.ts';
import { type CommentRow, findCommentsOfInvitation } from './comment-store.ts';
import { findInvitation, type Invitation, updateInvitation } from './invitation-store.ts';
import { findDecidingStep } from './life-store.ts';
import { limitComments, MOST_BY_LINK } from './limit-comments.ts';
import { readToken } from './invitation-token.ts';
import { isWithdrawn, saidThread } from './said-thread.ts';
import { withdrawWords, type WithdrawOptions } from './withdraw-comment.ts';

/** What an invited person sees: the plan while it is open for comments, and always what they said and were answered. */
export interface OpenedInvitation {
  name: string;
  title: string;
  /** Null when the time for comments is over. */
  plan: Plan | null;
  comments: SaidByLink[];
}

type SaidByLink = Pick<
  Selectable<PlanCommentTable>,
  'id' | 'version' | 'item_id' | 'words' | 'created_at' | 'answer' | 'decision'
> & {
  /** Whoever has said it here may take it back now, or let it stand again. */
  mayTakeBack: boolean;
  mayPutBack: boolean;
};

/** For the door that stands open to people with a link: there is no account and no role, the secret in the link is the right. */
type Door = { db: Kysely<Database>; clock: Clock };

/** Ids of what was said in this browser: many may share a link, and nobody takes back the words of others. */
type SaidHere = readonly string[];

/** @throws AppError `invitation.not-found` (also when withdrawn), `invitation.expired`, `invitation.too-many-visits` */
export async function openInvitation(
  { db, clock }: Door,
  text: string,
  saidHere: SaidHere = [],
): Promise<OpenedInvitation> {
  const { schoolId, invitation } = await readInvitation({ db, clock }, text);
  await limitVisits({ db, clock }, invitation);
  return inSchool(db, schoolId, async (trx) => {
    const plan = await loadPlan(trx, invitation.plan_id);
    const decidedBy = saidHere.length === 0 ? null : await findDecidingStep(trx, plan.id);
    if (invitation.opened_at === null) await updateInvitation(trx, invitation.id, { opened_at: clock.now() });
    return {
      name: invitation.name,
      title: plan.title,
      plan: isOpen(plan, invitation) ? plan : null,
      comments: (await findCommentsOfInvitation(trx, invitation.id)).map((comment) =>
        asSaidByLink(comment, { ...plan, decidedBy }, saidHere),
      ),
    };
  });
}

const VISIT_SPAN = 10 * 60_000;
/** A class of parents that share a link and look twice. */
export const MOST_VISITS = 300;

/** The whole plan is read for whoever has a link: a script that asks for it without end gets a short answer. */
async function limitVisits({ db, clock }: Door, { id }: Invitation): Promise<void> {
  const now = clock.now().getTime();
  const { count, since } = await countEvent(db, { key: `visit:${id}`, now, span: VISIT_SPAN });
  if (count <= MOST_VISITS) return;
  const minutes = Math.max(1, Math.ceil((since + VISIT_SPAN - now) / 60_000));
  throw new AppError('invitation.too-many-visits', { minutes });
}

/** Most comments by one link: more is no consultation. */
const MOST_COMMENTS = 200;

function asSaidByLink(comment: CommentRow, plan: PlanOfThread, saidHere: SaidHere): SaidByLink {
  const thread = saidThread(comment, []);
  const { takeBack, putBack } = turnsToTakeBack(thread, plan, ({ id }) => saidHere.includes(id));
  const words = isWithdrawn(comment) ? '' : comment.words;
  return { ...comment, words, mayTakeBack: takeBack !== null, mayPutBack: putBack !== null };
}

/**
 * What an invited person says.
 * @returns its id
 * @throws AppError `invitation.not-found`, `invitation.expired`, `plan.not-in-consultation`, `comment.too-many-comments`,
 *   `comment.too-many-an-hour`, and what `commentOnPlan` throws
 */
export async function answerInvitation(
  { db, clock }: Door,
  options: { token: string; itemId: string | null; words: string },
): Promise<string> {
  const { itemId } = options;
  const words = readWords(options.words);
  const { schoolId, invitation } = await readInvitation({ db, clock }, options.token);
  const { id: invitationId, name, revision, plan_id: planId } = invitation;
  await limitComments({ db, clock }, { schoolId, id: invitationId, most: MOST_BY_LINK });
  return inSchool(db, schoolId, async (trx) => {
    const said = await findCommentsOfInvitation(trx, invitationId);
    if (said.length >= MOST_COMMENTS) throw new AppError('comment.too-many-comments', { limit: MOST_COMMENTS });
    const speaker = { invitationId, name, revision };
    const { id } = await addComment(trx, { planId, itemId, words, speaker, at: clock.now() });
    return id;
  });
}

/**
 * Takes back what was said by this link in this browser, or lets it stand again: as `withdrawComment`.
 * @throws AppError `invitation.not-found`, `invitation.expired`, and what `withdrawComment` throws
 */
export async function withdrawByLink(
  { db, clock }: Door,
  options: Omit<WithdrawOptions, 'planId'> & { token: string; saidHere: SaidHere },
): Promise<void> {
  const { schoolId, invitation } = await readInvitation({ db, clock }, options.token);
  const isMine = ({ id, invitation_id }: CommentRow) =>
    invitation_id === invitation.id && options.saidHere.includes(id);
  await inSchool(db, schoolId, (trx) =>
    withdrawWords(trx, { ...options, planId: invitation.plan_id }, { isMine, actorId: null, at: clock.now() }),
  );
}

async function readInvitation(
  { db, clock }: Door,
  text: string,
): Promise<{ schoolId: string; invitation: Invitation }> {
  const token = readToken(text);
  if (token === null) throw new AppError('invitation.not-found');
  const { schoolId, invitationId, secret } = token;
  const invitation = await inSchool(db, schoolId, (trx) => findInvitation(trx, invitationId));
  const known = invitation?.secret_sha256 ?? '0'.repeat(64);
  const same = timingSafeEqual(Buffer.from(known, 'hex'), Buffer.from(sha256(secret), 'hex'));
  if (!invitation || !same || invitation.withdrawn_at !== null) throw new AppError('invitation.not-found');
  if (vietnamDay(clock.now()) > invitation.expires_on) throw new AppError('invitation.expired');
  return { schoolId, invitation };
}

function isOpen(plan: Pick<Plan, 'state' | 'revision'>, invitation: Invitation): boolean {
  return plan.state === 'consultation' && plan.revision === invitation.revision;
}
