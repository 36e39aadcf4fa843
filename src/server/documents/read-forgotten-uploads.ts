import pg from 'pg';
import type { Jobs } from '#server/platform/jobs.ts';
import { WHOLE_DATABASE } from '#server/platform/owner-reads.ts';
import { READ_UPLOAD } from './read-upload.ts';

/** Name of the queue; its jobs say nothing. */
export const READ_FORGOTTEN = 'read-forgotten-uploads';
export const EVERY_FIVE_MINUTES = '*/5 * * * *';

/**
 * An upload is kept before its job is: when the power goes in between, or a job could not be ended because the database was away, it
 * would wait for ever. Each one that waits without a job gets one; reading a file twice makes one plan all the same.
 * @param owner sees the rows of all schools
 * @returns how many
 */
export async function readForgottenUploads(owner: pg.ClientConfig, jobs: Pick<Jobs, 'send' | 'has'>): Promise<number> {
  let forgotten = 0;
  for (const job of await waitingUploads(owner)) {
    if (await jobs.has(READ_UPLOAD, job)) continue;
    await jobs.send(READ_UPLOAD, job);
    forgotten += 1;
  }
  return forgotten;
}

type Job = Record<'schoolId' | 'uploadId' | 'userId', string>;

async function waitingUploads(owner: pg.ClientConfig): Promise<Job[]> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`BEGIN READ ONLY; ${WHOLE_DATABASE}`);
    const { rows } = await client.query<Job>(
      `SELECT school_id AS "schoolId", id AS "uploadId", created_by AS "userId" FROM upload
       WHERE state IN ('received', 'reading') ORDER BY created_at`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
