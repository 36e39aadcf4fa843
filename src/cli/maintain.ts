import { join } from 'node:path';
import { bytesText } from '#lib/bytes-text.ts';
import type { BackupProgress, Report } from '#server/backup/backup-progress.ts';
import { type MaintenanceTools, runMaintenance } from '#server/backup/maintenance.ts';
import { systemClock } from '#server/platform/clock.ts';
import { type Config, loadConfig } from '#server/platform/config.ts';
import { askRunning } from '#server/platform/control.ts';
import { createDatabase, createPool, type DatabaseAccess } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { type Jobs, startJobs } from '#server/platform/jobs.ts';
import { createLog } from '#server/platform/log.ts';
import { openDatabase } from '#server/platform/open-database.ts';
import { type CliIo, say } from './cli-io.ts';

/** Asks the app that runs on the embedded database, or opens the database and does it here. */
export async function maintain<Result>(
  request: { command: string; options: Record<string, string> },
  io: CliIo,
): Promise<Result> {
  const config = loadConfig();
  const report = progressTo(io);
  if (config.databaseUrl === null) {
    const answer = await askRunning(config.dataDirectory, request, (progress) => report(progress as BackupProgress));
    if (answer) return answer.result as Result;
  }
  return withDatabase(config, async (tools) => (await runMaintenance(tools, request, report)) as Result);
}

/** Opens what the work needs, and closes it again. */
export async function withDatabase<T>(
  config: Config,
  work: (tools: MaintenanceTools, access: DatabaseAccess) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config);
  const db = createDatabase(createPool(database.access.app, 2));
  let jobs: Promise<Jobs> | null = null;
  try {
    return await work(
      {
        db,
        owner: database.access.owner,
        files: new LocalFileStore(join(config.dataDirectory, 'files')),
        secretFile: config.secret === null ? join(config.dataDirectory, 'secret') : null,
        dataDirectory: config.dataDirectory,
        keep: config.backupKeep,
        clock: systemClock,
        log: createLog('silent'),
        jobs: () => (jobs ??= startJobs(database.access.owner, createLog('silent'))),
      },
      database.access,
    );
  } finally {
    await (await (jobs as Promise<Jobs> | null))?.stop();
    await db.destroy();
    await database.close();
  }
}

const WORDS: Record<BackupProgress['step'], { vi: string; en: string }> = {
  rows: { vi: 'Bảng', en: 'Table' },
  load: { vi: 'Nạp bảng', en: 'Loading table' },
  files: { vi: 'Tệp', en: 'File' },
  check: { vi: 'Kiểm tra', en: 'Checking' },
  documents: { vi: 'Văn bản', en: 'Document' },
};
/** Between two lines of one step, milliseconds. */
const TOLD_EVERY = 1000;

/** A line now and then on stderr, from when the work turns out to be long. */
export function progressTo(io: CliIo): Report {
  let told = performance.now();
  return ({ step, done, total }) => {
    if (performance.now() - told < TOLD_EVERY) return;
    told = performance.now();
    const { vi, en } = WORDS[step];
    const large = total > 10_000_000;
    const count = (value: number) => (large ? `${Math.round(value / 1_048_576)} MB` : String(value));
    io.stderr.write(`${say(io, vi, en)} ${count(done)}/${count(total)}\n`);
  };
}

/** "12,4 MB" */
export function sizeText(bytes: number, io: CliIo): string {
  return bytesText(bytes, io.locale);
}
