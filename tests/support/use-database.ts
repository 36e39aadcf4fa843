import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createDatabase, createPool, type DatabaseAccess } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import type { Database } from '#server/platform/schema.ts';
import { TEMPLATE } from './database-server.ts';

export interface TestDatabase {
  /** As the product: role `caitien_app`, bound by row-level security. */
  db: Kysely<Database>;
  /** As the owner, who sees every row: to prepare what the product could not do, and to look behind it. */
  owner: Kysely<Database>;
  access: DatabaseAccess;
}

/** A database of its own for the test file that calls this at its top; dropped after the file. */
export async function useDatabase(): Promise<TestDatabase> {
  const server = inject('databaseAccess');
  const database = `test_${newId().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
  const access = { owner: { ...server.owner, database }, app: { ...server.app, database } };
  const db = createDatabase(createPool(access.app));
  const owner = createDatabase(createPool(access.owner, 4));
  afterAll(async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await administer(server, `DROP DATABASE ${database} WITH (FORCE)`);
  });
  return { db, owner, access };
}

/** An empty database without any table, for tests of migrations; dropped after the file. */
export async function useEmptyDatabase(): Promise<pg.PoolConfig> {
  const server = inject('databaseAccess');
  const database = `empty_${newId().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${database}`);
  afterAll(() => administer(server, `DROP DATABASE ${database} WITH (FORCE)`));
  return { ...server.owner, database };
}

async function administer(server: DatabaseAccess, statement: string): Promise<void> {
  const client = new pg.Client(server.owner);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
