import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from './log.ts';

/** Work that goes on after the answer, and that a restart does not forget. The queue lives in the same database. */
export interface Jobs {
  /** Durable when it returns. `data` names things by id and carries no content. */
  send(queue: string, data: Record<string, string>): Promise<void>;
  /** Whether a job of the queue with these data waits or runs. */
  has(queue: string, data: Record<string, string>): Promise<boolean>;
  /** Up to `atOnce` jobs of the queue run in this process. A job that throws is tried again twice. */
  work(queue: string, handler: (data: Record<string, string>) => Promise<void>, atOnce?: number): Promise<void>;
  /** Running jobs get 10 seconds to end; others wait for the next start. */
  stop(): Promise<void>;
}

export interface ScheduledJobs extends Jobs {
  /**
   * Sends a job by the clock in Viet Nam (`cron`); once, when a machine that was off comes back after the time; null: no longer.
   */
  schedule(queue: string, cron: string | null): Promise<void>;
}

const LIVE: ReadonlySet<string> = new Set(['created', 'retry', 'active']);
const RETRIES = 2;
/** A job may take this long. */
const EXPIRES_SECONDS = 20 * 60;
/** A job whose process gave no sign for this long died with it, and is given to another. */
const HEARTBEAT_SECONDS = 20;
const LOOK_AFTER_SECONDS = 15;
const POLL_SECONDS = 0.5;
const STOP_MILLISECONDS = 10_000;

export async function startJobs(access: pg.PoolConfig, log: Log): Promise<ScheduledJobs> {
  // The library takes the same settings as a pool does; only its own extra types differ.
  const boss = new PgBoss({
    ...(access as object),
    schema: 'jobs',
    max: 4,
    schedule: true,
    monitorIntervalSeconds: LOOK_AFTER_SECONDS,
    superviseIntervalSeconds: LOOK_AFTER_SECONDS,
  });
  boss.on('error', (error) => log.error('jobs.failed', error));
  await boss.start();
  const known = new Set<string>();
  const ensure = async (queue: string): Promise<void> => {
    if (known.has(queue)) return;
    await boss.createQueue(queue, {
      retryLimit: RETRIES,
      expireInSeconds: EXPIRES_SECONDS,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    });
    known.add(queue);
  };
  return {
    async send(queue, data) {
      await ensure(queue);
      await boss.send(queue, data);
    },
    async has(queue, data) {
      await ensure(queue);
      return (await boss.findJobs(queue, { data })).some(({ state }) => LIVE.has(state));
    },
    async work(queue, handler, atOnce = 1) {
      await ensure(queue);
      const options = { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: atOnce };
      await boss.work<Record<string, string>>(queue, options, async ([job]) => {
        if (job) await handler(job.data);
      });
    },
    async schedule(queue, cron) {
      await ensure(queue);
      if (cron === null) await boss.unschedule(queue);
      else await boss.schedule(queue, cron, {}, { tz: 'Asia/Ho_Chi_Minh', missed: 'once' });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
    },
  };
}
