import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { DatabaseAccess } from '#server/platform/database.ts';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts';
import { migrate } from '#server/platform/migrate.ts';

export const TEMPLATE = 'caitien_template';

declare module 'vitest' {
  interface ProvidedContext {
    databaseAccess: DatabaseAccess;
  }
}

/** One throw-away server for the whole run, with a migrated database that each test file copies. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'caitien-test-'));
  // Nothing here outlives the run, so waiting for the disk is waste; durability has tests of its own.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startEmbeddedPostgres({ dataDirectory: directory, settings });
  await createTemplate(server.access.owner);
  project.provide('databaseAccess', server.access);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

async function createTemplate(owner: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate({ ...owner, database: TEMPLATE });
}
