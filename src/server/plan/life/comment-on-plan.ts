import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { isId, newId } from '#server/platform/ids.ts';
import type { CommentKind } from '#server/platform/schema-plan.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { signalPlan } from '../live/plan-signal.ts';
import { findPlan } from '../plan-store.ts';
import { type CommentRow, findComment, hasItem, insertComment, lockComment } from './comment-store.ts';
import { readWords } from './comment-words.ts';
import { holdPlan } from './life-store.ts';
import { limitComments, MOST_BY_PERSON } from './limit-comments.ts';
import { insertMentions, insertReaders } from './mention-store.ts';
import { readMentions } from './mention-targets.ts';
import { isWithdrawn } from './said-thread.ts';

/** Who speaks: a member of the school, or somebody who was invited to this revision. */
export type Speaker = { authorId: string; name: string } | { invitationId: string; name: string; revision: number };

export interface CommentOptions {
  planId: string;
  /** Null: on the whole plan. */
  itemId: string | null;
  words: string;
  /** The thread that it replies to; it is about the same row then. */
  parentId?: string | null;
  /** Refs of those who were picked to be named (`MentionTarget`); names behind "@" need no pick. */
  mentions?: readonly string[];
}

/** `consultation` owes an answer; a plan that is not open for comments gets a `discussion`. */
export interface CommentMade {
  id: string;
  kind: CommentKind;
}

/**
 * Says something about a plan or one of its rows, at any time of its life but before it was taken in.
 * @throws AppError `plan.not-found`, `plan-item.not-found`, `comment.not-found`, `comment.already-withdrawn`, `comment.empty`,
 *   `comment.too-long`, `comment.too-many-an-hour`
 */
export async function commentOnPlan(context: Context, options: CommentOptions): Promise<CommentMade> {
  requirePermission(context, 'plan.comment');
  const { planId, mentions: chosen = [] } = options;
  const words = readWords(options.words);
  const { id, displayName } = context.user;
  const { schoolId, clock } = context;
  const plan = await inSchool(context.db, schoolId, (trx) => findPlan(trx, planId));
  if (!plan || plan.state === 'review') throw new AppError('plan.not-found');
  await limitComments(context, { schoolId, id, most: MOST_BY_PERSON });
  const named = await readMentions(context, { words, chosen, schoolYear: plan.document.schoolYear });
  return inSchool(context.db, schoolId, async (trx) => {
    const at = clock.now();
    const speaker = { authorId: id, name: displayName };
    const made = await addComment(trx, { ...options, words, speaker, at });
    const comment = { plan_id: planId, comment_id: made.id };
    await insertMentions(
      trx,
      named.mentions.map((mention) => ({ ...comment, ...mention })),
    );
    await insertReaders(trx, { ...comment, created_at: at }, named.readers);
    return made;
  });
}

/**
 * Writes a comment while no step of the plan can be taken: it either comes before a submission, which then waits for its answer, or
 * after it, and is a discussion (decision 0015).
 */
export async function addComment(
  trx: SchoolTransaction,
  comment: Omit<CommentOptions, 'mentions'> & { speaker: Speaker; at: Date },
): Promise<CommentMade> {
  const { planId, speaker, at } = comment;
  const words = readWords(comment.words);
  const plan = await holdPlan(trx, planId);
  if (!plan || plan.state === 'review') throw new AppError('plan.not-found');
  const isConsultation = plan.state === 'consultation';
  if ('revision' in speaker && !(isConsultation && plan.revision === speaker.revision))
    throw new AppError('plan.not-in-consultation');
  const parent = await parentOf(trx, comment);
  const itemId = parent === null ? comment.itemId : parent.item_id;
  if (parent === null && itemId !== null && !(isId(itemId) && (await hasItem(trx, planId, itemId))))
    throw new AppError('plan-item.not-found');
  const id = newId();
  const kind: CommentKind = isConsultation && parent === null ? 'consultation' : 'discussion';
  const authorId = 'authorId' in speaker ? speaker.authorId : null;
  await insertComment(trx, {
    plan_id: planId,
    id,
    revision: plan.revision,
    item_id: itemId,
    author_id: authorId,
    invitation_id: 'invitationId' in speaker ? speaker.invitationId : null,
    author_name: speaker.name,
    words,
    created_at: at,
    kind,
    parent_id: parent?.id ?? null,
  });
  await recordAudit(trx, {
    actorId: authorId,
    at,
    action: 'plan.commented',
    subjectType: 'plan',
    subjectId: planId,
    details: { commentId: id, itemId, by: speaker.name, kind, parentId: parent?.id ?? null },
  });
  trx.afterCommit((db) => signalPlan(db, planId));
  return { id, kind };
}

/**
 * A thread has one level: whoever replies to a reply replies to the thread. Only what is discussed and was not taken back can be
 * replied to; it cannot be taken back any more until the reply is written.
 */
async function parentOf(
  trx: SchoolTransaction,
  { planId, parentId = null }: Pick<CommentOptions, 'planId' | 'parentId'>,
): Promise<CommentRow | null> {
  if (parentId === null) return null;
  const parent = isId(parentId) ? await findComment(trx, planId, parentId) : null;
  if (parent?.kind !== 'discussion') throw new AppError('comment.not-found');
  const root = await lockComment(trx, planId, parent.parent_id ?? parent.id);
  if (isWithdrawn(root)) throw new AppError('comment.already-withdrawn');
  return root;
}
