import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { AppError } from '#core/kernel/app-error.ts';

/** PostgreSQL refuses to run as root, so root hands it to a user without rights. */
export interface SystemUser {
  uid: number;
  gid: number;
}

const CANDIDATES = ['postgres', 'nobody'];

/**
 * Null when the process is not root (or on Windows, where pg_ctl drops the rights itself).
 * @throws AppError `database.no-user-to-run-as`
 */
export async function userToRunAs(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name);
    const [uid, gid] = [Number(account?.[2]), Number(account?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new AppError('database.no-user-to-run-as');
}

/** Whether the user gets into the directory: every parent has to let it through. */
export function canEnter(directory: string, user: SystemUser | null): boolean {
  if (user === null) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
