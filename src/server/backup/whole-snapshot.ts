import pg from 'pg';
import { WHOLE_DATABASE } from '#server/platform/owner-reads.ts';

/** `work` sees the rows of all schools as they were at one moment, whatever is written meanwhile. Nothing can be changed in it. */
export async function inWholeSnapshot<T>(owner: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await client.query(WHOLE_DATABASE);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}
