import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceBlocks } from '#core/documents/block.ts';
import type { Reading } from '#core/documents/reading.ts';
import { AppError, type AppErrorCode } from '#core/kernel/app-error.ts';
import type { StaffTable } from '#core/organisations/staff-list/read-staff-table.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { detectFormat } from './detect-format.ts';
import { mainThreadTime } from './main-thread-time.ts';
import { ReadClock } from './read-clock.ts';
import { readContext, type Progress, type ReadLimits, type ReadOptions } from './read-limits.ts';

export interface ToReader {
  /** The bytes, or the path of the file that holds them. */
  file: Uint8Array | string;
  name: string;
  limits: ReadLimits;
  /** What the file is read as. */
  as: ReadAs;
}

/** Blocks only; a plan, recognised by these standard sets; a list of people. */
export type ReadAs = { kind: 'blocks' } | { kind: 'plan'; sets: StandardSet[] } | { kind: 'staff-list' };

export type FromReader =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'slow'; slow: boolean }
  | { kind: 'done'; result: unknown }
  | { kind: 'error'; code: AppErrorCode; details: Record<string, string | number> };

/** Beside this file, or in the sources when this one was bundled into something else. */
function programPath(): string {
  const own = fileURLToPath(new URL('./read-process.ts', import.meta.url));
  for (let folder = dirname(own), above = ''; folder !== above; above = folder, folder = dirname(folder)) {
    for (const path of [join(folder, 'read-process.ts'), join(folder, 'src/server/documents/read/read-process.ts')])
      if (existsSync(path)) return path;
  }
  return own;
}

/** How often the memory of the reading process is looked at, in milliseconds: in that time a machine fills some fifty megabytes. */
const LOOK = 15;
/** One that grows is stopped when it may pass the limit before the next look; greater leaps than this, in megabytes, do not come twice. */
const FORESEEN_GROWTH = { least: 16, most: 80 };

/**
 * `readBlocks` in a process of its own, so that a hostile file can hurt nobody else. It has the time of `ReadClock` and
 * `limits.memoryMegabytes`. Errors: those of `readBlocks`, and `document.timeout`, `document.out-of-memory`,
 * `document.reader-failed`, `document.cancelled`.
 */
export async function readInWorker(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<SourceBlocks> {
  return (await inProcess(bytes, name, { kind: 'blocks' }, options)) as SourceBlocks;
}

/** The people of a staff list; null when there is no table with names in it. Errors: those of `readInWorker`. */
export async function readStaffInWorker(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<StaffTable | null> {
  return (await inProcess(bytes, name, { kind: 'staff-list' }, options)) as StaffTable | null;
}

/**
 * The same, and what the blocks are recognised as: that too is work over what a stranger wrote, so it has the same limits and never
 * holds up the process that answers people.
 */
export async function recogniseInWorker(
  file: Uint8Array | string,
  name: string,
  sets: StandardSet[],
  options: ReadOptions = {},
): Promise<{ blocks: SourceBlocks; reading: Reading }> {
  return (await inProcess(file, name, { kind: 'plan', sets }, options)) as { blocks: SourceBlocks; reading: Reading };
}

async function inProcess(file: Uint8Array | string, name: string, as: ReadAs, options: ReadOptions): Promise<unknown> {
  const { limits, signal } = readContext(options);
  if (signal?.aborted) throw new AppError('document.cancelled');
  // Wrong types and empty files are told at once, without a process.
  if (typeof file !== 'string') detectFormat(file, name, limits);
  const child = startProcess(limits);
  try {
    return await converse(child, { file, name, limits, as }, options);
  } finally {
    endProcess(child);
  }
}

/** Pictures of pages are given back to the system at once (mallopt(3)): kept for later, those of a scan of five pages pass the limit. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', MALLOC_MMAP_THRESHOLD_: '1048576' };

function startProcess(limits: ReadLimits): ChildProcess {
  return fork(programPath(), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Between two pages the pictures of the last are collected at once: together with those of the next they would pass the limit.
    execArgv: [`--max-old-space-size=${Math.round(limits.memoryMegabytes * 0.75)}`, '--expose-gc'],
    // A group of its own, so that programs which it started end with it; and none of this process's secrets.
    detached: process.platform !== 'win32',
    ...(process.platform === 'win32' ? {} : { env: ENVIRONMENT }),
  });
}

function endProcess(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}

function converse(child: ChildProcess, request: ToReader, options: ReadOptions): Promise<unknown> {
  const { limits } = request;
  return new Promise((resolve, reject) => {
    const fail = (code: AppErrorCode, details: Record<string, string | number> = {}) =>
      end(() => reject(new AppError(code, details)));
    const used = () => (child.pid === undefined ? null : mainThreadTime(child.pid));
    const clock = new ReadClock(limits, used, () => fail('document.timeout'));
    let residentBefore = 0;
    const look = setInterval(() => {
      const resident = residentMegabytes(child.pid);
      const growth = Math.min(Math.max(FORESEEN_GROWTH.least, resident - residentBefore), FORESEEN_GROWTH.most);
      residentBefore = resident;
      if (resident + growth > limits.memoryMegabytes) fail('document.out-of-memory', { limit: limits.memoryMegabytes });
    }, LOOK);
    const cancel = () => fail('document.cancelled');
    options.signal?.addEventListener('abort', cancel, { once: true });
    const end = (settle: () => void) => {
      clock.stop();
      clearInterval(look);
      options.signal?.removeEventListener('abort', cancel);
      settle();
    };
    child.on('message', (message: FromReader) => {
      if (message.kind === 'done') end(() => resolve(message.result));
      else if (message.kind === 'error') fail(message.code, message.details);
      else if (message.kind === 'slow') clock.slow(message.slow);
      else {
        clock.signOfLife();
        options.onProgress?.(message.progress);
      }
    });
    child.once('error', () => fail('document.reader-failed'));
    // The engine ends itself with SIGABRT (or 134) when its heap is full.
    child.once('exit', (code, signal) => {
      const full = signal === 'SIGABRT' || code === 134 || signal === 'SIGKILL';
      if (full) fail('document.out-of-memory', { limit: limits.memoryMegabytes });
      else fail('document.reader-failed', { reason: `exit ${code ?? signal}` });
    });
    child.send(request);
  });
}

/** Resident memory of a process, 0 where the system does not tell. Asked without waiting: an answer that comes late is of no use. */
function residentMegabytes(pid: number | undefined): number {
  if (pid === undefined || process.platform !== 'linux') return 0;
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
