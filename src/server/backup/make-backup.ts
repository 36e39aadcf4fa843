import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReason } from '#core/backup/backup-reason.ts';
import { backupsToKeep, type KeepRule } from '#core/backup/backups-to-keep.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Log } from '#server/platform/log.ts';
import { backupFolder, backupName, keepBackup, type KeptBackup } from './backup-folder.ts';
import { listBackups, removeBackup, removeParts } from './backup-folder.ts';
import { markRunning, noteFailure } from './backup-state.ts';
import { checkArchive } from './check-archive.ts';
import { type BackupSource, writeBackup, type WrittenBackup } from './write-backup.ts';

export interface BackupTools extends BackupSource {
  dataDirectory: string;
  keep: KeepRule;
  clock: Clock;
  log: Log;
}

const MEGABYTE = 1 << 20;
/** Beside a backup as large as the last one, bytes. */
const SPARE = 100 * MEGABYTE;

/**
 * Makes a backup in the data directory, reads it back whole, and only then lets go of those that the rule no longer keeps. A failure is
 * logged and stays noted until a backup succeeds.
 * @throws AppError `backup.already-running`, `backup.no-room`, `backup.disk-full`, `backup.unwritable`, `backup.damaged`
 */
export async function makeBackup(tools: BackupTools, reason: BackupReason): Promise<KeptBackup> {
  const folder = backupFolder(tools.dataDirectory);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const running = await markRunning(folder, tools.clock.now());
  try {
    const made = await makeIn(folder, tools, reason, (progress) => running.report(progress));
    await noteFailure(folder, null);
    tools.log.info('backup.made', { megabytes: Math.round(made.size / MEGABYTE), rows: made.rows, lost: made.lost });
    await prune(folder, tools);
    return made;
  } catch (error) {
    const { code, details } = error instanceof AppError ? error : new AppError('backup.failed');
    tools.log.error('backup.failed', error);
    await noteFailure(folder, { at: tools.clock.now(), code, details: { ...details } }).catch(() => undefined);
    throw error;
  } finally {
    await running.end();
  }
}

async function makeIn(
  folder: string,
  tools: BackupTools,
  reason: BackupReason,
  report: Parameters<typeof checkArchive>[1],
): Promise<KeptBackup> {
  await removeParts(folder);
  await requireRoom(folder);
  const now = tools.clock.now();
  const name = backupName(now, reason);
  const part = `${name}.part`;
  const path = join(folder, part);
  const written = await writeBackup(tools, { path, now, ...(report ? { report } : {}) });
  const { reader } = await checkArchive(path, report);
  await reader.close();
  const told = { ...factsOf(written), createdAt: now, verifiedAt: tools.clock.now(), reason };
  await keepBackup(folder, part, name, told);
  return { name, ...told };
}

function factsOf({ manifest, size }: WrittenBackup) {
  return {
    size,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.length,
    lost: manifest.lost.length,
    schools: manifest.schools,
    auditHeads: manifest.auditHeads,
  };
}

/** A disk that a backup fills up stops the whole product. */
async function requireRoom(folder: string): Promise<void> {
  const [last] = await listBackups(folder);
  const { bavail, bsize } = await statfs(folder);
  const [free, needed] = [bavail * bsize, (last?.size ?? 0) + SPARE];
  if (free >= needed) return;
  throw new AppError('backup.no-room', { free: Math.floor(free / MEGABYTE), needed: Math.ceil(needed / MEGABYTE) });
}

/** What was made before a restore is kept until a person removes it. */
async function prune(folder: string, tools: BackupTools): Promise<void> {
  const backups = (await listBackups(folder)).filter(({ reason }) => reason !== 'before-restore');
  const kept = new Set(backupsToKeep(backups, tools.keep));
  for (const backup of backups) if (!kept.has(backup)) await removeBackup(folder, backup.name);
}
