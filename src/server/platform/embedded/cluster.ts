import { spawn } from 'node:child_process';
import { access, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { serverFailure } from './start-failure.ts';
import type { SystemUser } from './system-user.ts';

export const OWNER_ROLE = 'caitien_owner';
export const DATABASE_NAME = 'caitien';

/**
 * Makes the cluster when it is not there. It is built beside its place and renamed at the end, so that an interrupted first
 * start leaves nothing that looks like a database.
 * @returns whether it was made now
 * @throws AppError `data.disk-full`, `data.unwritable` or `database.start-failed`
 */
export async function ensureCluster(cluster: string, binaries: Binaries, user: SystemUser | null): Promise<boolean> {
  if (await exists(join(cluster, 'PG_VERSION'))) return false;
  const building = `${cluster}.new`;
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true, mode: 0o700 });
  if (user) await chown(building, user.uid, user.gid);
  const args = [
    '-D',
    building,
    '-U',
    OWNER_ROLE,
    '--encoding=UTF8',
    '--data-checksums',
    '--auth=reject',
    '--no-instructions',
  ];
  // The built-in locale does not change with the system's libraries; Vietnamese order is asked for by COLLATE "vi-x-icu".
  await runTool(binaries.initdb, [...args, '--locale-provider=builtin', '--locale=C.UTF-8'], user, cluster);
  await rename(building, cluster);
  return true;
}

/** Who may come in: our two roles with their password, through the door that is open. Written anew before each start. */
export async function writeAccessRules(cluster: string, user: SystemUser | null): Promise<void> {
  const file = join(cluster, 'pg_hba.conf');
  await writeFile(file, 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n', { mode: 0o600 });
  if (user) await chown(file, user.uid, user.gid);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Runs a program of PostgreSQL to its end with `input` on its standard input. @returns what it wrote */
export async function runTool(
  file: string,
  args: readonly string[],
  user: SystemUser | null,
  directory: string,
  input = '',
): Promise<string> {
  const child = spawn(file, args, { ...user, cwd: '/', env: toolEnvironment(), stdio: 'pipe' });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw serverFailure(output, directory);
  return output;
}

/** Messages are matched in English, and no PG* variable of the person who starts the app may lead elsewhere. */
export function toolEnvironment(): Record<string, string> {
  return { LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };
}
