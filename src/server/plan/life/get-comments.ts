import type { Selectable } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { isAnswerOpen } from '#core/plan/life/plan-life.ts';
import { namedBeside, type WordPiece, wordPieces } from '#core/plan/life/mentions.ts';
import { turnsToTakeBack } from '#core/plan/life/take-back.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { memberNamesIn } from '#server/identity/member-names.ts';
import { isId } from '#server/platform/ids.ts';
import type { PlanTable } from '#server/platform/schema-plan.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findPlan } from '../plan-store.ts';
import {
  type CommentFilter,
  type CommentKey,
  type CommentRow,
  countOpenByItem,
  countTalk,
  countThreads,
  findComment,
  findReplies,
  findThreads,
} from './comment-store.ts';
import { findInvitations, type Invitation } from './invitation-store.ts';
import { findDecidingStep } from './life-store.ts';
import { findMentionsOf, findUnseen, groupNames, markSeen, type MentionRow } from './mention-store.ts';
import { isWithdrawn, saidThread, type SaidTurn } from './said-thread.ts';

/** Of what was taken back there are no words. */
export interface Comment extends CommentRow {
  /** People by the names of today. */
  byName: string;
  answeredByName: string | null;
  /** The words, with those they name. */
  pieces: WordPiece[];
  /** Whom it names beside its words. */
  beside: string[];
}

/** Something that was said, in the version that one sees. */
type SaidVersion = Pick<CommentRow, 'id' | 'version'>;

export interface Thread extends Comment {
  /** Its answer may be given or changed (`isAnswerOpen`). */
  isAnswerOpen: boolean;
  /** Oldest first. */
  replies: Comment[];
  /** What of it the person who asks may take back now, and what they took back last and may let stand again. */
  takeBack: SaidVersion | null;
  putBack: SaidVersion | null;
}

export interface CommentPage {
  /** Newest first. */
  threads: Thread[];
  /** Of all pages, open or not. */
  total: number;
  /** How many of them nobody has answered or settled. */
  waiting: number;
  /** Grows with everything that is said, answered and settled in the plan: whoever knows another one has missed something. */
  pulse: number;
  /** How many comments that name the person who asks were seen by them for the first time now. */
  seen: number;
  /** Where the next page begins; null on the last one. */
  next: CommentKey | null;
}

const PAGE = 20;
/** Threads of one row that are shown beside it. */
const MOST_OF_ROW = 50;

/**
 * A page of what was said about a plan. What names the person who asks counts as seen by them.
 * @param options.commentId the page begins with the thread of this comment
 * @param options.before as `next` of the page before
 * @throws AppError `plan.not-found`, also while it waits for review
 */
export async function getComments(
  context: Context,
  options: { planId: string; commentId?: string | null; before?: CommentKey | null } & CommentFilter,
): Promise<CommentPage> {
  requirePermission(context, 'plan.view');
  const { planId, commentId = null, before = null, ...filter } = options;
  const { page, counts, loaded } = await inSchool(context.db, context.schoolId, async (trx) => {
    const plan = await requireTakenIn(trx, planId);
    const from = commentId === null ? null : await keyOfThread(trx, planId, commentId);
    const found = await findThreads(trx, planId, { ...filter, from, before, limit: PAGE + 1 });
    const threads = found.slice(0, PAGE);
    return {
      page: { threads, more: found.length > PAGE },
      counts: await countTalk(trx, planId, filter.itemId ?? null),
      loaded: await loadRest(trx, context, plan, threads),
    };
  });
  const last = page.threads.at(-1);
  return {
    threads: present(context, page.threads, loaded),
    ...counts,
    seen: loaded.seen,
    next: page.more && last ? { createdAt: last.created_at, id: last.id } : null,
  };
}

/** What was said about one row, newest first, for the panel beside it. */
export async function getRowComments(
  context: Context,
  options: { planId: string; itemId: string },
): Promise<Pick<CommentPage, 'threads' | 'total'>> {
  requirePermission(context, 'plan.view');
  const { planId, itemId } = options;
  const { threads, total, loaded } = await inSchool(context.db, context.schoolId, async (trx) => {
    const plan = await requireTakenIn(trx, planId);
    const found = await findThreads(trx, planId, { itemId, limit: MOST_OF_ROW });
    const all = found.length < MOST_OF_ROW ? found.length : await countThreads(trx, planId, { itemId });
    return { threads: found, total: all, loaded: await loadRest(trx, context, plan, found) };
  });
  return { threads: present(context, threads, loaded), total };
}

/** How many threads wait at each row; rows without one are not in it. */
export async function countRowComments(context: Context, options: { planId: string }): Promise<Record<string, number>> {
  requirePermission(context, 'plan.view');
  return inSchool(context.db, context.schoolId, async (trx) => {
    await requireTakenIn(trx, options.planId);
    return countOpenByItem(trx, options.planId);
  });
}

async function requireTakenIn(trx: SchoolTransaction, planId: string): Promise<TakenIn> {
  const plan = await findPlan(trx, planId);
  if (!plan || plan.state === 'review') throw new AppError('plan.not-found');
  return plan;
}

type TakenIn = Pick<Selectable<PlanTable>, 'id' | 'state' | 'revision'>;

async function keyOfThread(trx: SchoolTransaction, planId: string, commentId: string): Promise<CommentKey | null> {
  const comment = isId(commentId) ? await findComment(trx, planId, commentId) : null;
  if (!comment) return null;
  if (comment.parent_id !== null) return keyOfThread(trx, planId, comment.parent_id);
  return { createdAt: comment.created_at, id: comment.id };
}

interface Loaded {
  plan: TakenIn;
  decidedBy: string | null;
  replies: CommentRow[];
  mentions: MentionRow[];
  groups: ReadonlyMap<string, string>;
  /** People by the names of today. */
  names: ReadonlyMap<string, string>;
  seen: number;
}

async function loadRest(
  trx: SchoolTransaction,
  context: Context,
  plan: TakenIn,
  threads: readonly CommentRow[],
): Promise<Loaded> {
  const planId = plan.id;
  const threadIds = threads.map(({ id }) => id);
  const replies = await findReplies(trx, planId, threadIds);
  const ids = [...threadIds, ...replies.map(({ id }) => id)];
  const mentions = await findMentionsOf(trx, planId, ids);
  const groups = await groupNames(
    trx,
    mentions.flatMap(({ group_id }) => group_id ?? []),
  );
  const reader = { userId: context.user.id, planId };
  const unseen = mentions.length === 0 ? [] : await findUnseen(trx, reader, ids);
  if (unseen.length > 0) await markSeen(trx, reader, unseen, context.clock.now());
  const said = [...threads, ...replies];
  const people = said.flatMap(({ author_id, answered_by }) => [author_id ?? [], answered_by ?? []].flat());
  const names = await memberNamesIn(trx, [...people, ...mentions.flatMap(({ user_id }) => user_id ?? [])]);
  const isMine = ({ author_id }: CommentRow) => author_id === context.user.id;
  const decidedBy = said.some(isMine) ? await findDecidingStep(trx, planId) : null;
  // What was taken back is not counted as unseen either.
  const seen = said.filter((row) => unseen.includes(row.id) && !isWithdrawn(row)).length;
  return { plan, decidedBy, replies, mentions, groups, names, seen };
}

function present(context: Context, threads: readonly CommentRow[], loaded: Loaded): Thread[] {
  const { replies, mentions, groups, names } = loaded;
  const mentionsOf = Map.groupBy(mentions, ({ comment_id }) => comment_id);
  const repliesOf = Map.groupBy(replies, ({ parent_id }) => parent_id);
  const comment = (row: CommentRow): Comment => {
    const words = isWithdrawn(row) ? '' : row.words;
    const kept = (words === '' ? [] : (mentionsOf.get(row.id) ?? [])).map(({ user_id, group_id, label, starts }) => ({
      ...{ label, starts },
      name: names.get(user_id ?? '') ?? groups.get(group_id ?? '') ?? label,
    }));
    return {
      ...row,
      words,
      byName: names.get(row.author_id ?? '') ?? row.author_name,
      answeredByName: names.get(row.answered_by ?? '') ?? null,
      pieces: wordPieces(words, kept),
      beside: namedBeside(kept),
    };
  };
  const offers = (row: CommentRow, replies: readonly CommentRow[]) => {
    const plan = { ...loaded.plan, decidedBy: loaded.decidedBy };
    const mine = turnsToTakeBack(saidThread(row, replies), plan, (turn) => turn.row.author_id === context.user.id);
    return { takeBack: versionOf(mine.takeBack), putBack: versionOf(mine.putBack) };
  };
  return threads.map((row) => {
    const replies = repliesOf.get(row.id) ?? [];
    return {
      ...comment(row),
      isAnswerOpen: !isWithdrawn(row) && isAnswerOpen(loaded.plan, row),
      replies: replies.map(comment),
      ...offers(row, replies),
    };
  });
}

function versionOf(turn: SaidTurn | null): SaidVersion | null {
  return turn && { id: turn.id, version: turn.row.version };
}

/** Who was invited to comment, without the secrets of their links. */
export async function listInvitations(
  context: Context,
  options: { planId: string },
): Promise<Omit<Invitation, 'secret_sha256'>[]> {
  requirePermission(context, 'plan.consult');
  const invitations = await inSchool(context.db, context.schoolId, (trx) => findInvitations(trx, options.planId));
  return invitations.map(({ secret_sha256: _secret, ...invitation }) => invitation);
}
