import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether a process runs. A zombie, ended but not yet collected by its parent, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return process.platform !== 'linux' || linuxStat(pid)?.state !== 'Z';
}

/**
 * When a process started, as the system tells it; comparable with another answer for the same number only. It tells a process
 * from a later one that got the same number. Null when unknown.
 */
export function startOf(pid: number): string | null {
  if (process.platform === 'linux') return linuxStat(pid)?.started ?? null;
  if (process.platform === 'win32') return null;
  return output('ps', ['-o', 'lstart=', '-p', String(pid)]).trim() || null;
}

/** Processes that work in a directory; null where the system does not tell. */
export function processesIn(directory: string): number[] | null {
  if (process.platform !== 'linux') return null;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingDirectory(pid) === directory);
}

function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** What a program wrote; "" when it failed. */
export function output(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** See proc(5): after the name in brackets, which may hold anything, the state is the first field and the start the 20th. */
function linuxStat(pid: number): { state: string; started: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return null;
  }
}
