import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { isAllowed } from '#core/identity/permissions.ts';
import type { Role } from '#core/identity/role.ts';
import { isEditable, type PlanState } from '#core/plan/life/plan-life.ts';
import { stillSignedIn } from '#server/identity/still-signed-in.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { mayReadPlan } from '../get-plan.ts';
import { mayWriteIn } from '../require-plan-editing.ts';
import { deleteVisitors, findPulse, insertVisitor, keepVisitors } from './live-store.ts';
import type { Pulse, Visitor } from './live-store.ts';
import type { PlanEvent } from './plan-event.ts';
import { PartsSight } from './parts-sight.ts';
import { hearPlan } from './plan-signal.ts';
import { RowsSight } from './rows-sight.ts';
import { TalkSight } from './talk-sight.ts';

/** One window in which the plan is open. */
export interface Watcher {
  id: string;
  userId: string;
  sessionId: string;
  role: Role;
  send(event: PlanEvent): void;
}

/**
 * Milliseconds: what another computer changed is seen after `look` at the latest; what this one changed at once, but `least` after the look
 * before; sessions and memberships are asked for again every `check`, which with a look stays below two seconds; windows are told of
 * every `keep`.
 */
export interface FeedTimes {
  look: number;
  least: number;
  check: number;
  keep: number;
}

export const FEED_TIMES: FeedTimes = { look: 600, least: 200, check: 1_100, keep: 10_000 };

/**
 * One plan that somebody has open on this computer: looks what changed in it since the last look and tells every window. It compares
 * states and keeps no log, so nothing slips through between two commits, whatever the order in which they came (decision 0016).
 */
export class PlanFeed {
  readonly #services: { db: Kysely<Database>; clock: Clock };
  readonly #schoolId: string;
  readonly #planId: string;
  readonly #times: FeedTimes;
  readonly #watchers = new Map<string, Watcher>();
  readonly #rows: RowsSight;
  readonly #talk: TalkSight;
  readonly #parts: PartsSight;
  readonly #stopHearing: () => void;
  #waiting: { seen(): void; failed(error: unknown): void }[] = [];
  #woken = false;
  #wakeUp: () => void = () => undefined;
  #closed = false;
  #checked = performance.now();
  #kept = performance.now();

  #state: PlanState | null = null;
  #memberIds: string[] = [];
  #people: Visitor[] = [];

  constructor(
    services: { db: Kysely<Database>; clock: Clock },
    schoolId: string,
    planId: string,
    times: FeedTimes = FEED_TIMES,
  ) {
    this.#services = services;
    this.#schoolId = schoolId;
    this.#planId = planId;
    this.#times = times;
    [this.#rows, this.#talk, this.#parts] = [new RowsSight(planId), new TalkSight(planId), new PartsSight(planId)];
    this.#stopHearing = hearPlan(services.db, planId, () => this.#wake());
    void this.#run();
  }

  get isEmpty(): boolean {
    return this.#watchers.size === 0;
  }

  get windows(): number {
    return this.#watchers.size;
  }

  windowsOf(userId: string): number {
    return [...this.#watchers.values()].filter((watcher) => watcher.userId === userId).length;
  }

  /** Sends `hello`, then whatever happens from then on. */
  async add(watcher: Watcher): Promise<void> {
    this.#watchers.set(watcher.id, watcher);
    await this.#inSchool((trx) => insertVisitor(trx, this.#planId, watcher));
    await this.#look();
    if (!this.#watchers.has(watcher.id)) return;
    const { id } = watcher;
    const [{ print }, { version }] = [this.#rows, this.#parts];
    watcher.send({ kind: 'hello', visitorId: id, print, version, mayEdit: this.#mayEdit(watcher) });
    watcher.send(this.#talk.standing);
    watcher.send({ kind: 'people', people: this.#people });
  }

  remove(id: string): void {
    if (!this.#watchers.delete(id)) return;
    // What cannot be deleted now is forgotten after a while.
    void this.#inSchool((trx) => deleteVisitors(trx, this.#planId, [id])).catch(() => undefined);
  }

  /** The last window was closed. */
  close(): void {
    this.#closed = true;
    this.#stopHearing();
    this.#wake();
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      const waiting = this.#waiting;
      [this.#waiting, this.#woken] = [[], false];
      try {
        await this.#lookOnce();
        for (const { seen } of waiting) seen();
        if (performance.now() - this.#checked > this.#times.check) await this.#check();
        if (performance.now() - this.#kept > this.#times.keep) await this.#keep();
      } catch (error) {
        // The database is away: whoever has just come is told, the others wait for the next look.
        for (const { failed } of waiting) failed(error);
      }
      await sleep(this.#times.least, undefined, { ref: false });
      if (!this.#woken && !this.#closed) await this.#rest(this.#times.look - this.#times.least);
    }
    for (const { failed } of this.#waiting) failed(new Error('the feed was closed'));
  }

  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #wake(): void {
    this.#woken = true;
    this.#wakeUp();
  }

  /** A look that begins from now on has been taken. */
  #look(): Promise<void> {
    return new Promise((seen, failed) => {
      this.#waiting.push({ seen, failed });
      this.#wake();
    });
  }

  async #lookOnce(): Promise<void> {
    const { now, seen } = await this.#inSchool(async (trx) => {
      const pulse = await findPulse(trx, this.#planId);
      const sights = [this.#rows, this.#talk, this.#parts];
      return { now: pulse, seen: await Promise.all(sights.map((sight) => sight.look(trx, pulse))) };
    });
    for (const take of seen) {
      const event = take();
      if (event) this.#tell(() => event);
    }
    this.#takeState(now);
    this.#takePeople(now.visitors);
  }

  #takeState({ state, memberIds }: Pick<Pulse, 'state' | 'memberIds'>): void {
    const before = this.#state;
    const isSame = state === before && memberIds.join() === this.#memberIds.join();
    [this.#state, this.#memberIds] = [state, memberIds];
    this.#dismiss();
    if (before === null || isSame) return;
    this.#tell((watcher) => ({ kind: 'editing', mayEdit: this.#mayEdit(watcher) }));
  }

  /** Whoever may not read the plan any more hears nothing more of it. */
  #dismiss(): void {
    const state = this.#state;
    for (const watcher of this.#watchers.values()) {
      const mayRead = state !== null && isAllowed(watcher.role, 'plan.view') && mayReadPlan(watcher, { state });
      if (!mayRead) this.#end(watcher, 'not-allowed');
    }
  }

  #takePeople(people: Visitor[]): void {
    if (JSON.stringify(people) === JSON.stringify(this.#people)) return;
    this.#people = people;
    this.#tell(() => ({ kind: 'people', people }));
  }

  async #check(): Promise<void> {
    this.#checked = performance.now();
    const watchers = [...this.#watchers.values()];
    if (watchers.length === 0) return;
    const roles = await stillSignedIn(this.#services, this.#schoolId, watchers);
    for (const watcher of watchers) {
      const role = roles.get(watcher.sessionId);
      if (role === undefined) this.#end(watcher, 'signed-out');
      else if (role !== watcher.role) {
        watcher.role = role;
        watcher.send({ kind: 'editing', mayEdit: this.#mayEdit(watcher) });
      }
    }
  }

  async #keep(): Promise<void> {
    this.#kept = performance.now();
    const left = [...this.#watchers.values()];
    if (left.length === 0) return;
    await this.#inSchool((trx) => keepVisitors(trx, this.#planId, left));
    const gone = left.filter(({ id }) => !this.#watchers.has(id)).map(({ id }) => id);
    if (gone.length > 0) await this.#inSchool((trx) => deleteVisitors(trx, this.#planId, gone));
  }

  #end(watcher: Watcher, why: 'signed-out' | 'not-allowed'): void {
    watcher.send({ kind: 'end', why });
    this.remove(watcher.id);
  }

  #mayEdit({ role, userId: id }: Watcher): boolean {
    const group = { memberIds: this.#memberIds };
    return this.#state !== null && isEditable(this.#state) && mayWriteIn({ role, user: { id } }, { group });
  }

  #tell(eventFor: (watcher: Watcher) => PlanEvent): void {
    for (const watcher of this.#watchers.values()) watcher.send(eventFor(watcher));
  }

  #inSchool<T>(work: (trx: SchoolTransaction) => Promise<T>): Promise<T> {
    return inSchool(this.#services.db, this.#schoolId, work);
  }
}
