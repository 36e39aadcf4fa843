import { readFile, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, output, processesIn } from './process-info.ts';

export const SOCKET_PREFIX = 'caitien-';

const FAST: NodeJS.Signals = 'SIGINT';
const IMMEDIATE: NodeJS.Signals = 'SIGQUIT';

/**
 * Stops a server that a killed app left behind on this cluster. Call it only while holding the data lock. A server of ours is
 * always stopped, never adopted: its password died with its app.
 *
 * `postmaster.pid` leads PostgreSQL to the shared memory that backends of a dead server may still hold. It is removed only when
 * nobody works in the cluster any more, or when its number belongs to another program by now, which PostgreSQL cannot see.
 * @param ownDoor socket directory that goes on being used; that of a stranger is removed
 * @returns whether a server was stopped
 */
export async function stopOrphan(cluster: string, ownDoor: string | null = null): Promise<boolean> {
  const pidFile = join(cluster, 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return false;
  const alive = isAlive(pid);
  const found = alive && (await servesCluster(pid, cluster));
  if (found) await stopServer(pid, 10_000);
  const deserted = await waitForBackends(await realpath(cluster));
  if (deserted || (alive && !found)) await rm(pidFile, { force: true });
  if ((found || !alive) && lines[4] !== ownDoor) await removeSocketDirectory(lines[4]);
  return found;
}

/** Backends of a killed server end by themselves within moments. @returns whether it is known that nobody is left */
async function waitForBackends(cluster: string): Promise<boolean> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const working = processesIn(cluster);
    if (working === null) return false;
    if (working.length === 0) return true;
    await sleep(20);
  }
  return false;
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
  const working = processesIn(await realpath(cluster));
  if (working !== null) return working.includes(pid);
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
