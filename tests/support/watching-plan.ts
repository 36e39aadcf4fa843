import type { Kysely } from 'kysely';
import { onTestFinished, vi } from 'vitest';
import type { Context } from '#server/identity/context.ts';
import type { Database } from '#server/platform/schema.ts';
import type { PlanEvent } from '#server/plan/live/plan-event.ts';
import { watchPlan } from '#server/plan/live/watch-plan.ts';
import { aSession } from './factories.ts';

/** A busy machine may take its time. */
export const soon = (holds: () => unknown) => vi.waitFor(holds, { timeout: 10_000 });
const SOON = { look: 40, least: 10, check: 60, keep: 60 };

/** A window with the plan open until the test is over; what it is told gathers in `events`. @param owner may write sessions */
export async function openPlan(owner: Kysely<Database>, context: Context, planId: string, times = SOON) {
  const events: PlanEvent[] = [];
  const sessionId = await aSession(owner, context.user.id);
  const leave = await watchPlan(context, { planId, sessionId, times, send: (event) => events.push(event) });
  onTestFinished(leave);
  const of = <Kind extends PlanEvent['kind']>(kind: Kind) =>
    events.filter((event): event is Extract<PlanEvent, { kind: Kind }> => event.kind === kind);
  const visitorId = of('hello')[0]!.visitorId;
  return { events, of, leave, sessionId, visitorId };
}
