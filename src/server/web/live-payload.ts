import type { LiveMessages, LiveRow } from '#lib/plan/live-message.ts';
import { planRow } from '#lib/plan/plan-row.ts';
import type { ChangedRow, PlanEvent } from '#server/plan/live/plan-event.ts';

const encoder = new TextEncoder();
/** One event goes to every window of the plan: it is written once. */
const written = new WeakMap<PlanEvent, Uint8Array>();

/** The bytes of one server-sent event: its kind, and its content as one line of JSON. */
export function livePayload(event: PlanEvent): Uint8Array {
  let bytes = written.get(event);
  if (!bytes) {
    bytes = encoder.encode(`event: ${event.kind}\ndata: ${JSON.stringify(contentOf(event))}\n\n`);
    written.set(event, bytes);
  }
  return bytes;
}

function contentOf(event: PlanEvent): LiveMessages[keyof LiveMessages] {
  if (event.kind !== 'rows') {
    const { kind: _, ...content } = event;
    return content;
  }
  const { print, changed, removed } = event;
  return { print, removed, changed: changed.map(shown) };
}

function shown({ stored, after, by }: ChangedRow): LiveRow {
  return { row: planRow(stored), after, by, byId: stored.updatedBy };
}
