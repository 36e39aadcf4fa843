import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';
import type { BackupProgress } from './backup-progress.ts';

/** How making a backup goes, and how it went: files in the folder of backups, seen by every process and by whoever restores. */
const progress = z.object({
  startedAt: z.coerce.date(),
  step: z.enum(['rows', 'files', 'check', 'load', 'documents']),
  done: z.number(),
  total: z.number(),
});
const failure = z.object({
  at: z.coerce.date(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type RunningBackup = z.infer<typeof progress>;
export type BackupFailure = z.infer<typeof failure>;

const RUNNING = 'running.json';
const FAILURE = 'failure.json';
const HEARTBEAT = 2_000;
/** Without a sign for this long its process is gone. */
const SILENCE = 30_000;
const TOLD_EVERY = 500;

export interface RunningMark {
  report(progress: BackupProgress): void;
  end(): Promise<void>;
}

/** One at a time. @throws AppError `backup.already-running` */
export async function markRunning(folder: string, now: Date): Promise<RunningMark> {
  const path = join(folder, RUNNING);
  if (!(await isBeating(path))) await rm(path, { force: true });
  let state = { startedAt: now, step: 'rows', done: 0, total: 0 };
  await writeFile(path, JSON.stringify(state), { flag: 'wx', mode: 0o600 }).catch((cause: unknown) => {
    if ((cause as { code?: unknown }).code === 'EEXIST') throw new AppError('backup.already-running', {}, { cause });
    throw cause;
  });
  const heart = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), HEARTBEAT);
  heart.unref();
  let told = 0;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    report(next) {
      state = { startedAt: now, ...next };
      if (Date.now() - told < TOLD_EVERY) return;
      told = Date.now();
      const text = JSON.stringify(state);
      writing = writing.then(() => writeWhole(path, text)).catch(() => undefined);
    },
    async end() {
      clearInterval(heart);
      await writing;
      await rm(path, { force: true });
    },
  };
}

/** Null when none is being made. */
export async function findRunning(folder: string): Promise<RunningBackup | null> {
  const path = join(folder, RUNNING);
  return (await isBeating(path)) ? read(path, progress) : null;
}

/** The last failure, unless one succeeded since. */
export async function findFailure(folder: string): Promise<BackupFailure | null> {
  return read(join(folder, FAILURE), failure);
}

/** Null: forgotten, since one succeeded. */
export async function noteFailure(folder: string, failed: BackupFailure | null): Promise<void> {
  const path = join(folder, FAILURE);
  if (failed === null) await rm(path, { force: true });
  else await writeWhole(path, JSON.stringify(failed));
}

async function isBeating(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < SILENCE;
}

async function read<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A reader sees the old or the new, never half. */
async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
