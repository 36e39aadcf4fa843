import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { APP_ROLE, type DatabaseAccess } from './database.ts';
import { prepareBinaries } from './embedded/binaries.ts';
import { DATABASE_NAME, ensureCluster, OWNER_ROLE, writeAccessRules } from './embedded/cluster.ts';
import { checkCollations } from './embedded/collations.ts';
import { lockData } from './embedded/data-lock.ts';
import { DEFAULT_DOOR, type Door, type DoorKind, openDoor } from './embedded/door.ts';
import { stopOrphan } from './embedded/orphan.ts';
import { type Passwords, setPasswords } from './embedded/passwords.ts';
import { clusterPlace, prepareData } from './embedded/place.ts';
import { type ServerOptions, startServer } from './embedded/server-process.ts';
import { endWhenClosing } from './embedded/closing-server.ts';
import { fileFailure } from './embedded/start-failure.ts';
import { userToRunAs } from './embedded/system-user.ts';
import { type Log, silentLog } from './log.ts';

export interface EmbeddedPostgres {
  access: DatabaseAccess;
  /** Of the running server; changes when it had to be started again. */
  readonly pid: number;
  /** Version of the collation `vi-x-icu`. */
  collationVersion: string;
  /** Stops the server, waits for it, gives the data directory free. Twice is harmless. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Absolute. */
  dataDirectory: string;
  log?: Log;
  door?: DoorKind;
  /** Settings over ours, for throw-away test servers only. */
  settings?: Readonly<Record<string, string>>;
}

/**
 * Starts PostgreSQL in the data directory and watches over it: a server that dies is started again. The decision record
 * `docs/decisions/0004-embedded-database.md` tells why each step is there.
 * @throws AppError `data.in-use`, `data.unwritable`, `data.disk-full`, `data.unreachable`, `database.no-binaries`,
 *   `database.cannot-run-here`, `database.no-user-to-run-as`, `database.other-version`, `database.start-failed`
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDirectory } = options;
  await prepareData(dataDirectory);
  const lock = await lockData(dataDirectory).catch((error: unknown) => {
    throw fileFailure(error, dataDirectory);
  });
  try {
    return await startLocked(options, () => lock.release());
  } catch (error) {
    await lock.release();
    throw fileFailure(error, dataDirectory);
  }
}

async function startLocked(options: EmbeddedOptions, release: () => Promise<void>): Promise<EmbeddedPostgres> {
  const log = options.log ?? silentLog;
  const user = await userToRunAs();
  const place = await clusterPlace(options.dataDirectory, user);
  const binaries = await prepareBinaries(user, place.binaryFallback);
  if (await stopOrphan(place.cluster)) log.warn('database.orphan-stopped');
  const first = await ensureCluster(place.cluster, binaries, user);
  await writeAccessRules(place.cluster, user);
  const passwords = await setPasswords(place.cluster, binaries, user, first);
  const door = await openDoor(options.door ?? DEFAULT_DOOR, user);
  const access = accessThrough(door, passwords);
  const logFile = join(options.dataDirectory, 'postgres.log');
  const settings = options.settings ?? {};
  try {
    const watched = await watchServer(
      { cluster: place.cluster, binaries, user, door, owner: access.owner, settings, logFile },
      log,
    );
    const collationVersion = await checkCollations(access.owner, log);
    let stopping: Promise<void> | null = null;
    return {
      access,
      collationVersion,
      get pid() {
        return watched.pid;
      },
      stop: () =>
        (stopping ??= watched
          .stop()
          .then(() => door.close())
          .finally(release)),
    };
  } catch (error) {
    await door.close();
    throw error;
  }
}

function accessThrough(door: Door, passwords: Passwords): DatabaseAccess {
  const common = { host: door.host, port: door.port, database: DATABASE_NAME, ssl: false };
  return {
    owner: { ...common, user: OWNER_ROLE, password: passwords.owner },
    app: { ...common, user: APP_ROLE, password: passwords.app },
  };
}

/** Starts the server, and again whenever it ends without having been asked to. */
async function watchServer(options: ServerOptions, log: Log): Promise<{ readonly pid: number; stop(): Promise<void> }> {
  let server = await startServer(options);
  let stopping = false;
  const restart = async (): Promise<void> => {
    for (let pause = 100; !stopping; pause = Math.min(pause * 2, 30_000)) {
      try {
        await stopOrphan(options.cluster, options.door.host);
        server = await startServer(options);
        return;
      } catch (error) {
        log.error('database.restart-failed', error);
        await sleep(pause);
      }
    }
  };
  let restarting = Promise.resolve();
  const watch = (): void => {
    const unwatch = endWhenClosing(options.cluster, server, () => log.warn('database.server-closing'));
    void server.ended.then(() => {
      unwatch();
      if (stopping) return;
      log.warn('database.server-ended');
      restarting = restart().then(watch);
    });
  };
  watch();
  return {
    get pid() {
      return server.pid;
    },
    async stop() {
      stopping = true;
      await restarting;
      await server.stop();
    },
  };
}
