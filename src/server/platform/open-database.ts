import { AppError } from '#core/kernel/app-error.ts';
import type { Config } from './config.ts';
import { accessByUrl, type DatabaseAccess } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { type Log, silentLog } from './log.ts';
import { migrate } from './migrate.ts';

export interface OpenDatabase {
  access: DatabaseAccess;
  /** Stops the embedded server; a server of one's own goes on. */
  close(): Promise<void>;
}

/** The built web is a bundle with its own copy of this module, so one database per process is kept where both copies look. */
const SHARED = Symbol.for('caitien.database');
type Shared = typeof globalThis & { [SHARED]?: Promise<OpenDatabase> | undefined };

/**
 * The database of this process, started and migrated once, whoever asks first.
 * @throws AppError as `startEmbeddedPostgres` and `migrate`; a failed opening may be tried again
 */
export function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'dataDirectory'>,
  log: Log = silentLog,
): Promise<OpenDatabase> {
  const shared = globalThis as Shared;
  shared[SHARED] ??= open(config, log, () => (shared[SHARED] = undefined)).catch((error: unknown) => {
    shared[SHARED] = undefined;
    throw error;
  });
  return shared[SHARED];
}

async function open(
  config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'dataDirectory'>,
  log: Log,
  forget: () => void,
): Promise<OpenDatabase> {
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDirectory: config.dataDirectory, log }) : null;
  const close = async () => {
    forget();
    await embedded?.stop();
  };
  try {
    const access = embedded?.access ?? accessByUrl(config);
    const applied = await migrate(access.owner).catch((error: unknown) => {
      throw connectionFailure(error);
    });
    if (applied.length > 0) log.info('database.migrated', { applied: applied.length });
    return { access, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ECONNRESET',
  '28P01',
  '28000',
  '3D000',
]);

/** Only the code is told: the address holds a password. */
function connectionFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CONNECTION.has(code) ? new AppError('database.unreachable', { reason: code }, { cause: error }) : error;
}
