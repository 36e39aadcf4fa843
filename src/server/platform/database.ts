import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Config } from './config.ts';
import { PreparingClient } from './preparing-client.ts';
import type { Database } from './schema.ts';

/** The role of every query of the product. It owns nothing, so row-level security always binds it. */
export const APP_ROLE = 'caitien_app';

/** How to reach the server as each of the two roles. */
export interface DatabaseAccess {
  /** Owns the tables: migrations, backup and nothing else. */
  owner: pg.PoolConfig;
  /** Becomes `caitien_app`. */
  app: pg.PoolConfig;
}

const BIGINT = 20;
const DATE = 1082;

/** bigint as number (counts and sequences stay far below 2^53), date as "YYYY-MM-DD": a Date would move with the time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === BIGINT) return Number;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Access to a server of the school's own. Without `appDatabaseUrl` its user takes on the role `caitien_app` as it connects. */
export function accessByUrl(config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl'>): DatabaseAccess {
  const { databaseUrl, appDatabaseUrl } = config;
  if (databaseUrl === null) throw new Error('accessByUrl needs databaseUrl');
  return {
    owner: { connectionString: databaseUrl },
    app: appDatabaseUrl
      ? { connectionString: appDatabaseUrl }
      : { connectionString: databaseUrl, options: `-c role=${APP_ROLE}` },
  };
}

/** Queries of a connection go out without waiting for the answer of the one before. The types do not know the setting yet. */
const PIPELINE = { pipeline: true };

/** A pool whose connections may die (server restarted), idle or in use, without taking the process along. */
export function createPool(access: pg.PoolConfig, max = 20): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    ...PIPELINE,
    types,
    max,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 60_000,
    ...access,
  });
  pool.on('error', () => undefined);
  // Between two queries of a transaction nobody else listens; the next query fails and says so.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** The typed query builder. `destroy()` closes the pool. */
export function createDatabase(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}
