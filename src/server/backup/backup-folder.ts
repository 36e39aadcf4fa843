import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BACKUP_REASONS, type BackupReason } from '#core/backup/backup-reason.ts';
import { vietnamClock } from '#core/kernel/vietnam-time.ts';

/** What is told of a kept backup beside it, so that a list needs not open archives. */
const facts = z.object({
  createdAt: z.coerce.date(),
  verifiedAt: z.coerce.date(),
  reason: z.enum(BACKUP_REASONS),
  /** Bytes. */
  size: z.number(),
  rows: z.number(),
  files: z.number(),
  /** Files that were gone or damaged in the store. */
  lost: z.number(),
  schools: z.array(z.string()),
  auditHeads: z.array(z.object({ schoolId: z.string(), sequence: z.number(), hash: z.string() })),
});

export type BackupFacts = z.infer<typeof facts>;

export interface KeptBackup extends BackupFacts {
  /** Of the archive in the folder. */
  name: string;
}

const NAME = /^caitien-\d{8}-\d{6}(-before-restore)?\.zip$/;

export function backupFolder(dataDirectory: string): string {
  return join(dataDirectory, 'backups');
}

/** "caitien-20261122-020000.zip", by the clock in Viet Nam. */
export function backupName(at: Date, reason: BackupReason): string {
  const moment = vietnamClock(at).replace(/[-:]/g, '').replace(' ', '-');
  return `caitien-${moment}${reason === 'before-restore' ? '-before-restore' : ''}.zip`;
}

/** The verified backups of a folder, newest first. */
export async function listBackups(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(names.filter((name) => NAME.test(name)).map((name) => findBackup(folder, name)));
  return kept
    .filter((backup) => backup !== null)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.name < b.name ? 1 : -1));
}

/** One of the folder; null for a name that is not in it, whatever it looks like. */
export async function findBackup(folder: string, name: string): Promise<KeptBackup | null> {
  if (!NAME.test(name)) return null;
  try {
    const read = facts.safeParse(JSON.parse(await readFile(factsPath(folder, name), 'utf8')));
    const { size } = await stat(join(folder, name));
    return read.success && read.data.size === size ? { name, ...read.data } : null;
  } catch {
    return null;
  }
}

/** The archive first, then what is told of it: without that it does not count. */
export async function keepBackup(folder: string, part: string, name: string, told: BackupFacts): Promise<void> {
  await rename(join(folder, part), join(folder, name));
  const path = factsPath(folder, name);
  await writeFile(`${path}.part`, `${JSON.stringify(told, null, 1)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

export async function removeBackup(folder: string, name: string): Promise<void> {
  if (!NAME.test(name)) return;
  await rm(factsPath(folder, name), { force: true });
  await rm(join(folder, name), { force: true });
}

/** What a killed process left half done. */
export async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith('.part')) await rm(join(folder, name), { force: true });
}

function factsPath(folder: string, name: string): string {
  return join(folder, name.replace(/\.zip$/, '.json'));
}
