import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '#core/kernel/app-error.ts';
import type { Binaries } from './binaries.ts';
import { runTool, toolEnvironment } from './cluster.ts';
import type { Door } from './door.ts';
import { stopServer } from './orphan.ts';
import { serverFailure } from './start-failure.ts';
import type { SystemUser } from './system-user.ts';

export interface ServerProcess {
  pid: number;
  /** Resolves when the server ended, whatever the reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  cluster: string;
  binaries: Binaries;
  user: SystemUser | null;
  door: Door;
  /** To look whether the server is ready. */
  owner: pg.ClientConfig;
  /** Further settings, `{ fsync: 'off' }` for throw-away test servers. */
  settings: Readonly<Record<string, string>>;
  logFile: string;
}

const LOG_LIMIT = 5_000_000;
/** Backends of a killed server hold its memory for a moment; until they are gone a new one does not start. */
const RETRY_FOR = 10_000;

const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and details of errors may hold personal data; only the server's own events are logged.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** Starts the server and waits until it takes queries, recovery included. @throws AppError as `serverFailure` says */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const end = Date.now() + RETRY_FOR;
  while (true) {
    const logStart = logSize(options.logFile);
    const server = process.platform === 'win32' ? await launchByPgCtl(options) : launch(options);
    if (await becomesReady(options.owner, server)) return server;
    const output = readFileSync(options.logFile, 'utf8').slice(logStart);
    const busy = /lock file "postmaster.pid" already exists|pre-existing shared memory/i.test(output);
    if (!busy || Date.now() > end) throw serverFailure(output, options.cluster);
    await sleep(200);
  }
}

/** Of its own process group: Ctrl-C in a terminal reaches the app alone, which lets its requests end first. */
function launch(options: ServerOptions): ServerProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.binaries.postgres, ['-D', options.cluster, ...settingArguments(options)], {
    ...options.user,
    cwd: '/',
    env: toolEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = endOf(child);
  const pid = child.pid ?? 0;
  return { pid, ended, stop: async () => (pid > 0 ? stopChild(pid, ended) : undefined) };
}

async function stopChild(pid: number, ended: Promise<void>): Promise<void> {
  await Promise.all([stopServer(pid, 20_000), ended]);
}

/** pg_ctl gives up administrator rights on Windows, which the server itself refuses to have. */
async function launchByPgCtl(options: ServerOptions): Promise<ServerProcess> {
  const { pgCtl } = options.binaries;
  const args = settingArguments(options).map((part) => (part === '-c' ? part : `"${part}"`));
  const command = ['start', '-W', '-D', options.cluster, '-l', options.logFile, '-o', args.join(' ')];
  await runTool(pgCtl, command, null, options.cluster);
  const stop = async () => {
    await runTool(pgCtl, ['stop', '-m', 'fast', '-D', options.cluster], null, options.cluster);
  };
  return { pid: 0, ended: new Promise(() => undefined), stop };
}

function settingArguments(options: ServerOptions): string[] {
  const all = { ...SETTINGS, ...options.settings, ...options.door.settings };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

async function becomesReady(owner: pg.ClientConfig, server: ServerProcess): Promise<boolean> {
  let gone = false;
  void server.ended.then(() => (gone = true));
  // Recovery after a power cut may take long; as long as the server lives it is waited for.
  while (!gone) {
    const answer = await knock(owner);
    if (answer === 'in') return true;
    if (answer === 'refused') {
      await server.stop();
      throw new AppError('database.start-failed', { directory: '' });
    }
    await sleep(20);
  }
  return false;
}

async function knock(owner: pg.ClientConfig): Promise<'in' | 'not-yet' | 'refused'> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'in';
  } catch (error) {
    // Class 28 is a wrong password, 3D a missing database; everything else is "starting up" in one form or another.
    const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
    return /^(28|3D)/.test(code) ? 'refused' : 'not-yet';
  }
}

function logSize(file: string): number {
  try {
    if (statSync(file).size > LOG_LIMIT) truncateSync(file);
    return statSync(file).size;
  } catch {
    return 0;
  }
}
