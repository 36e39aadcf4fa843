import { createPlan } from '#server/plan/create-plan.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { watchPlan } from '#server/plan/live/watch-plan.ts';
import type { LiveMessages } from '#lib/plan/live-message.ts';
import type { Context } from '#server/identity/context.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { endEventStreams, eventStream } from '#server/web/event-stream.ts';
import { livePayload } from '#server/web/live-payload.ts';
import { actingAs } from '../tests/support/acting-as.ts';
import { aSession } from '../tests/support/factories.ts';
import { bareUpdates } from './support/bare-update.ts';
import { aPlanOf } from './support/plan-of.ts';
import { inTurns, perSecond, reportMilliseconds, reportRatio } from './support/report.ts';
import { aSchoolDatabase } from './support/school-database.ts';
import { median } from './support/take-turns.ts';

/**
 * Twenty people in one plan of 300 rows, each with the plan open and hearing of the others. How fast they can save at most, against bare
 * update transactions on the same rows; and how long it takes, at the pace of people who type, until all others have a change.
 */
const PEOPLE = 20;
const MILLISECONDS = 1500;
const TYPING_FOR = 8_000;
/** Milliseconds between two cells of one person. */
const PACE = 1_000;

const { access, context, db, pool, close } = await aSchoolDatabase(PEOPLE);
const planId = await createPlan(context, { document: aPlanOf(300), layout: 'nine-column' });
const rows = (await getPlan(context, { planId })).items.map(({ item, version }) => ({ id: item.id, version }));
/** Another computer with the same database. */
const elsewhere = createDatabase(createPool(access.app, PEOPLE));

/** When a window of each person had which version of a row: `seen[person].get(row)` is the newest. */
const seen = Array.from({ length: PEOPLE }, () => new Map<string, { version: number; at: number }[]>());
const people = await Promise.all(
  Array.from({ length: PEOPLE }, () => actingAs(db, { schoolId: context.schoolId, role: 'secretary' })),
);
/** In the first part what arrives is only taken: reading it is the work of browsers, not of the server. */
let reading = false;
for (const [index, person] of people.entries()) await listen(person, seen[index]!);

let saves = 0;
async function save(caller: number): Promise<{ id: string; version: number }> {
  const row = rows[caller]!;
  const text = `lần ${(saves += 1)}`;
  const { version } = row;
  const options = { planId, itemId: row.id, version, field: 'note' as const, text };
  const result = await editPlanItem({ ...people[caller]!, db }, options);
  if (!result.saved) throw new Error('a row of its own met a conflict');
  row.version = result.stored.version;
  return { id: row.id, version: row.version };
}

const bareUpdate = bareUpdates(pool, { schoolId: context.schoolId, planId }, rows);
const [saved, bare] = await inTurns(
  5,
  () => perSecond(PEOPLE, MILLISECONDS, save),
  () => perSecond(PEOPLE, MILLISECONDS, bareUpdate),
);
const detail = `${Math.round(saved)} cells/s, ${Math.round(bare)} bare updates/s, ${PEOPLE} open streams`;
reportRatio('20 people saving in one plan : bare update transaction', saved / bare, { atLeast: 0.4 }, detail);

// The second half sits at the other computer from now on.
reading = true;
for (const [index, person] of people.entries()) {
  if (index % 2 === 1) seen[index] = new Map();
  if (index % 2 === 1) await listen({ ...person, db: elsewhere }, seen[index]!);
}
const typed: { id: string; version: number; at: number; by: number }[] = [];
const end = performance.now() + TYPING_FOR;
await Promise.all(
  people.map(async (_, caller) => {
    await pause(Math.random() * PACE);
    while (performance.now() < end) {
      const { id, version } = await save(caller);
      typed.push({ id, version, at: performance.now(), by: caller });
      await pause(PACE * (0.5 + Math.random()));
    }
  }),
);
await pause(1_500);
const here = waits((person) => person % 2 === 0);
const there = waits((person) => person % 2 === 1);
tell('others at the same computer have a change', here);
tell('others at another computer have a change', there);
endEventStreams();
await elsewhere.destroy();
await close();

/** Milliseconds from each saved cell until each of these people has it; missing ones never came. */
function waits(whom: (person: number) => boolean): number[] {
  return typed.flatMap(({ id, version, at, by }) =>
    seen.flatMap((had, person) => {
      if (person === by || !whom(person)) return [];
      const first = had.get(id)?.find((each) => each.version >= version);
      return [first ? Math.max(0, first.at - at) : Infinity];
    }),
  );
}

function tell(name: string, milliseconds: number[]): void {
  reportMilliseconds(`${name}, median of ${milliseconds.length}`, median(milliseconds), 1_000);
  reportMilliseconds(`${name}, worst`, Math.max(...milliseconds), 1_000);
}

/** An open window: the very stream that a browser gets, read to its end. */
async function listen(person: Context, had: Map<string, { version: number; at: number }[]>): Promise<void> {
  const stream = eventStream();
  const sessionId = await aSession(db, person.user.id);
  const leave = await watchPlan(person, { planId, sessionId, send: (event) => stream.send(livePayload(event)) });
  stream.onClose(leave);
  void (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of stream.response.body!) {
      if (!reading) continue;
      const chunk = decoder.decode(bytes, { stream: true });
      const events = (text + chunk).split('\n\n');
      text = events.pop() ?? '';
      const at = performance.now();
      for (const event of events) {
        if (!event.startsWith('event: rows')) continue;
        const { changed } = JSON.parse(event.slice(event.indexOf('data: ') + 6)) as LiveMessages['rows'];
        for (const { row } of changed)
          had.set(row.id, [...(had.get(row.id) ?? []).slice(-20), { version: row.version, at }]);
      }
    }
  })();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
