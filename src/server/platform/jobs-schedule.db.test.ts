import pg from 'pg';
import { expect, test } from 'vitest';
import { useDatabase } from '#tests/support/use-database.ts';
import { startJobs } from './jobs.ts';
import { silentLog } from './log.ts';

const { access } = await useDatabase();

async function schedules(): Promise<unknown[]> {
  const client = new pg.Client(access.owner);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(
    'SELECT name, cron, timezone, options FROM jobs.schedule',
  );
  await client.end();
  return rows;
}

test('by the clock in Viet Nam, made up for after a time off; taken back again', async () => {
  const jobs = await startJobs(access.owner, silentLog);
  try {
    await jobs.schedule('nightly', '0 2 * * *');
    await jobs.schedule('nightly', '30 3 * * *');
    expect(await schedules()).toMatchObject([
      { name: 'nightly', cron: '30 3 * * *', timezone: 'Asia/Ho_Chi_Minh', options: { missed: 'once' } },
    ]);
    await jobs.schedule('nightly', null);
    expect(await schedules()).toEqual([]);
  } finally {
    await jobs.stop();
  }
});
