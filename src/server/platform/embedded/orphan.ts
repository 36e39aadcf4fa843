import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, output } from './process-info.ts';

export const SOCKET_PREFIX = 'caitien-';

const FAST: NodeJS.Signals = 'SIGINT';
const IMMEDIATE: NodeJS.Signals = 'SIGQUIT';

/**
 * Stops a server that a killed app left behind on this cluster, or removes the `postmaster.pid` of one that is gone. Call it
 * only while holding the data lock. A server of ours is always stopped, never adopted: its password died with its app.
 * @returns whether a server was stopped
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  const pidFile = join(cluster, 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return false;
  const found = isAlive(pid) && (await servesCluster(pid, cluster));
  if (found) await stopServer(pid, 10_000);
  await rm(pidFile, { force: true });
  await removeSocketDirectory(lines[4]);
  return found;
}

/** Fast shutdown; after `patience` milliseconds an immediate one, which loses no committed row either. */
export async function stopServer(pid: number, patience: number): Promise<void> {
  for (const [signal, limit] of [
    [FAST, patience],
    [IMMEDIATE, 10_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const end = Date.now() + limit;
    while (isAlive(pid) && Date.now() < end) await sleep(20);
  }
}

/** The number may belong to another program by now: a server works in its cluster's directory. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const directory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return directory === (await realpath(cluster));
  }
  if (process.platform === 'win32') return windowsImage(pid);
  const command = output('ps', ['-o', 'command=', '-p', String(pid)]);
  return command.includes('postgres') && command.includes(cluster);
}

function windowsImage(pid: number): boolean {
  return /postgres\.exe/i.test(output('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']));
}

async function removeSocketDirectory(path: string | undefined): Promise<void> {
  if (path && basename(path).startsWith(SOCKET_PREFIX)) await rm(path, { recursive: true, force: true });
}
