import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Context } from '#server/identity/context.ts';
import { createDatabase, createPool, type DatabaseAccess } from '#server/platform/database.ts';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts';
import { migrate } from '#server/platform/migrate.ts';
import type { Database } from '#server/platform/schema.ts';
import { actingAs } from '../../tests/support/acting-as.ts';

export interface SchoolDatabase {
  /** How to reach it once more, as another computer would. */
  access: DatabaseAccess;
  db: Kysely<Database>;
  pool: pg.Pool;
  context: Context;
  close(): Promise<void>;
}

/** A database server with the settings of the product (every commit reaches the disk) and one school in it. */
export async function aSchoolDatabase(connections: number): Promise<SchoolDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'caitien-bench-'));
  const server = await startEmbeddedPostgres({ dataDirectory: directory });
  await migrate(server.access.owner);
  const db = createDatabase(createPool(server.access.app, connections));
  const pool = new pg.Pool({ ...server.access.app, max: connections });
  // The server goes away before the pool does.
  pool.on('error', () => undefined);
  return {
    access: server.access,
    db,
    pool,
    context: await actingAs(db),
    async close() {
      await Promise.all([db.destroy(), pool.end()]);
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
