import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { EVERY_FIVE_MINUTES, READ_FORGOTTEN, readForgottenUploads } from '#server/documents/read-forgotten-uploads.ts';
import { READ_UPLOAD, readUpload } from '#server/documents/read-upload.ts';
import type { BackupTools } from '#server/backup/make-backup.ts';
import { type Auth, createAuth } from '#server/identity/create-auth.ts';
import { createSeal, type Seal } from '#server/identity/seal.ts';
import { type Clock, systemClock } from '#server/platform/clock.ts';
import { type Config, loadConfig } from '#server/platform/config.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { type FileStore, LocalFileStore } from '#server/platform/files.ts';
import { type Jobs, startJobs } from '#server/platform/jobs.ts';
import { createLog, type Log } from '#server/platform/log.ts';
import { openDatabase } from '#server/platform/open-database.ts';
import type { Database } from '#server/platform/schema.ts';
import { startBackups } from './start-backups.ts';

/** What the process holds for all requests. */
export interface Services {
  config: Config;
  db: Kysely<Database>;
  auth: Auth;
  seal: Seal;
  files: FileStore;
  /** Work that goes on after the answer. */
  jobs: Jobs;
  clock: Clock;
  log: Log;
  /** What backups are made with; they see the rows of all schools. */
  backups: BackupTools;
  close(): Promise<void>;
}

/** Reading a scan takes a whole core, and a school's computer has to answer people meanwhile. */
const READS_AT_ONCE = 2;

const DAY = 24 * 60 * 60_000;

let opening: Promise<Services> | null = null;
let opened: Services | null = null;

/** Starts or finds the database, brings it up to date, and opens everything that use cases need. Twice gives the same. */
export async function openServices(config: Config = loadConfig()): Promise<Services> {
  opening ??= open(config).then((services) => (opened = services));
  return opening;
}

/** @throws when `openServices` has not finished */
export function services(): Services {
  if (opened === null) throw new Error('services are not open yet');
  return opened;
}

async function open(config: Config): Promise<Services> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, log);
  const db = createDatabase(createPool(database.access.app));
  const secret = config.secret ?? (await keptSecret(config.dataDirectory));
  const files = new LocalFileStore(join(config.dataDirectory, 'files'));
  // With a database of its own this is the only process at work in the folder.
  await files.removeUnfinished(config.databaseUrl === null ? 0 : DAY);
  const jobs = await startJobs(database.access.owner, log);
  await jobs.work(
    READ_UPLOAD,
    ({ schoolId = '', uploadId = '', userId = '' }) =>
      readUpload({ db, clock: systemClock, files, read: readDocumentInWorker }, { schoolId, uploadId, userId }),
    READS_AT_ONCE,
  );
  await jobs.work(READ_FORGOTTEN, async () => void (await readForgottenUploads(database.access.owner, jobs)));
  await jobs.schedule(READ_FORGOTTEN, EVERY_FIVE_MINUTES);
  await jobs.send(READ_FORGOTTEN, {});
  const backups = {
    ...{ db, files, clock: systemClock, log, owner: database.access.owner, keep: config.backupKeep },
    jobs: async () => jobs,
    dataDirectory: config.dataDirectory,
    secretFile: config.secret === null ? join(config.dataDirectory, 'secret') : null,
  };
  const control = await startBackups(config, backups, jobs);
  return {
    config,
    db,
    backups,
    auth: createAuth({ db, secret, origin: config.origin }),
    seal: createSeal(secret),
    files,
    jobs,
    clock: systemClock,
    log,
    async close() {
      opening = null;
      opened = null;
      await control.close();
      await jobs.stop();
      await db.destroy();
      await database.close();
    },
  };
}

/** Made once, kept beside the data, readable by nobody else: sessions survive a restart. */
async function keptSecret(dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'secret');
  await mkdir(dataDirectory, { recursive: true });
  const fresh = randomBytes(48).toString('base64url');
  await writeFile(file, fresh, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}
