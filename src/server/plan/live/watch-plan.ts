import type { Kysely } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { mayReadPlan } from '../get-plan.ts';
import { findPulse } from './live-store.ts';
import { FEED_TIMES, type FeedTimes, PlanFeed } from './plan-feed.ts';
import type { PlanEvent } from './plan-event.ts';

/** Feeds of this process by database, school and plan. */
const feeds = new WeakMap<Kysely<Database>, Map<string, PlanFeed>>();

/** Windows of one person with live plans on one computer; a browser of its own has a handful at most. */
export const MOST_WINDOWS = 8;
/** Windows of everybody on one computer; each holds a connection and has events made for it. */
const MOST_IN_PROCESS = 500;

/**
 * Tells of everything that happens in a plan until it is ended: rows of others, who else is here, that it cannot be written in any more.
 * After an event `end` nothing more comes.
 * @returns ends the telling
 * @throws AppError `plan.not-found`, `plan.too-many-windows`, `plan.too-many-watching`
 */
export async function watchPlan(
  context: Context,
  options: { planId: string; sessionId: string; send(event: PlanEvent): void; times?: FeedTimes; most?: number },
): Promise<() => void> {
  requirePermission(context, 'plan.view');
  const { planId, sessionId, send, times = FEED_TIMES, most = MOST_IN_PROCESS } = options;
  const { db, schoolId, role, user } = context;
  const { state } = await inSchool(db, schoolId, (trx) => findPulse(trx, planId));
  if (state === null || !mayReadPlan(context, { state })) throw new AppError('plan.not-found');
  const open = feeds.get(db) ?? new Map<string, PlanFeed>();
  feeds.set(db, open);
  const all = [...open.values()];
  if (all.reduce((sum, each) => sum + each.windows, 0) >= most) throw new AppError('plan.too-many-watching');
  const windows = all.reduce((sum, each) => sum + each.windowsOf(user.id), 0);
  if (windows >= MOST_WINDOWS) throw new AppError('plan.too-many-windows', { limit: MOST_WINDOWS });

  const key = `${schoolId} ${planId}`;
  const feed = open.get(key) ?? new PlanFeed(context, schoolId, planId, times);
  open.set(key, feed);
  const id = newId();
  const leave = (): void => {
    feed.remove(id);
    if (!feed.isEmpty || open.get(key) !== feed) return;
    open.delete(key);
    feed.close();
  };
  const tell = (event: PlanEvent): void => {
    send(event);
    if (event.kind === 'end') queueMicrotask(leave);
  };
  try {
    await feed.add({ id, userId: user.id, sessionId, role, send: tell });
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}
