import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readlink, realpath, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#core/kernel/app-error.ts';
import { fileFailure } from './start-failure.ts';
import { canEnter, type SystemUser } from './system-user.ts';

/** Home of what the server's user must reach when root keeps the product in a directory that is closed to everybody else. */
const SHARED_HOME = '/var/lib/caitien';

export interface ClusterPlace {
  /** The cluster's directory, which may not exist yet. */
  cluster: string;
  /** Where a copy of the binaries may go. */
  binaryFallback: string;
}

/**
 * Makes the data directory and finds a place for the cluster in it. Under root the server runs as another user; when that user
 * cannot get through to the data directory (a clone below /root), `postgres` in it becomes a link to a place in /var/lib/caitien.
 * @throws AppError `data.unwritable` or `data.disk-full`
 */
export async function prepareData(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const probe = join(directory, `.write-${process.pid}`);
    await mkdir(probe);
    await rmdir(probe);
  } catch (error) {
    throw fileFailure(error, directory);
  }
}

export async function clusterPlace(directory: string, user: SystemUser | null): Promise<ClusterPlace> {
  const path = join(directory, 'postgres');
  // Passing through, not listing: files of schools beside it stay closed by their own modes.
  if (user) await chmod(directory, 0o711);
  const entry = await lstat(path).catch(() => null);
  if (entry?.isSymbolicLink()) return { cluster: await resolveLink(path), binaryFallback: SHARED_HOME };
  if (user === null) return { cluster: path, binaryFallback: join(directory, 'programs') };
  if (canEnter(directory, user)) return { cluster: await ownParent(path, user), binaryFallback: SHARED_HOME };
  if (entry !== null) throw new AppError('data.unreachable', { directory });
  const home = join(SHARED_HOME, createHash('sha256').update(directory).digest('hex').slice(0, 16));
  await mkdir(home, { recursive: true, mode: 0o711 });
  await chmod(SHARED_HOME, 0o755);
  await chmod(home, 0o711);
  await symlink(join(home, 'postgres'), path);
  return { cluster: join(home, 'postgres'), binaryFallback: SHARED_HOME };
}

/** The link may point to a cluster that is still to be made. */
async function resolveLink(path: string): Promise<string> {
  return realpath(path).catch(() => readlink(path));
}

/** A cluster that was used without root before belongs to that user; root hands it over once. */
async function ownParent(path: string, user: SystemUser): Promise<string> {
  const entry = await lstat(path).catch(() => null);
  if (entry !== null && entry.uid !== user.uid) await chown(path, user.uid, user.gid);
  return path;
}
