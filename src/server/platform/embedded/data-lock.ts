import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#core/kernel/app-error.ts';
import { isAlive, startOf } from './process-info.ts';

/** One app per data directory. */
export interface DataLock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  /** When that process started, so that a later process with the same number is not taken for it; null when unknown. */
  started: string | null;
  host: string;
  token: string;
}

const HEARTBEAT = 2_000;
/** A holder on another host (two containers, one volume) cannot be looked at; it counts as gone when its heart stood still. */
const FOREIGN_SILENCE = 10_000;

/**
 * Takes `app.lock` in the data directory. A lock whose holder was killed is taken over at once.
 * @throws AppError `data.in-use` with the `pid` of the other app
 */
export async function lockData(directory: string): Promise<DataLock> {
  const path = join(directory, 'app.lock');
  const mine: Holder = {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await tryCreate(path, mine)) return hold(path, mine);
    await removeIfStale(path, directory);
  }
  throw new AppError('data.in-use', { directory, pid: 0 });
}

async function tryCreate(path: string, mine: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function hold(path: string, mine: Holder): DataLock {
  const heart = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT);
  heart.unref();
  return {
    async release() {
      clearInterval(heart);
      if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
    },
  };
}

async function removeIfStale(path: string, directory: string): Promise<void> {
  const holder = await readHolder(path);
  if (await isHeld(path, holder)) throw new AppError('data.in-use', { directory, pid: holder?.pid ?? 0 });
  // Renaming is atomic: of several that found it stale, one gets it; a fresh lock caught by mistake is put back.
  const aside = `${path}.${randomUUID()}`;
  if (
    !(await rename(path, aside).then(
      () => true,
      () => false,
    ))
  )
    return;
  const caught = await readHolder(aside);
  if (caught?.token === holder?.token) await rm(aside, { force: true });
  else await rename(aside, path);
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function isHeld(path: string, holder: Holder | null): Promise<boolean> {
  if (holder === null) return isBeingWritten(path);
  if (holder.host !== hostname()) return beats(path);
  return isAlive(holder.pid) && (holder.started === null || startOf(holder.pid) === holder.started);
}

/** Created but not filled yet by a process that is starting right now. */
async function isBeingWritten(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found === null || Date.now() - found.mtimeMs > 2_000) return false;
  await sleep(200);
  return (await readHolder(path)) !== null;
}

async function beats(path: string): Promise<boolean> {
  const first = await stat(path).catch(() => null);
  if (first === null || Date.now() - first.mtimeMs > FOREIGN_SILENCE) return false;
  // A killed container is restarted within seconds: look whether the heart still beats instead of waiting the silence out.
  await sleep(2 * HEARTBEAT);
  const second = await stat(path).catch(() => null);
  return second !== null && second.mtimeMs > first.mtimeMs;
}
