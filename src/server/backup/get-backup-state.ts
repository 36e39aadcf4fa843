import type { BackupReason } from '#core/backup/backup-reason.ts';
import { nextBackupAt } from '#core/backup/backups-to-keep.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { backupFolder, listBackups } from './backup-folder.ts';
import { type BackupFailure, findFailure, findRunning, type RunningBackup } from './backup-state.ts';

export interface BackupListed {
  name: string;
  createdAt: Date;
  reason: BackupReason;
  /** Bytes. */
  size: number;
  rows: number;
  files: number;
  lost: number;
  /** It holds this school and no other, so that its principal may have it. */
  mine: boolean;
}

export interface BackupState {
  /** Newest first; each was read back whole. */
  backups: BackupListed[];
  running: RunningBackup | null;
  failure: BackupFailure | null;
  /** Null: backups are not made by the clock. */
  nextAt: Date | null;
  /** One school alone decides over its server; where there are several, its administrator does. */
  alone: boolean;
}

/** How the school's data are backed up. */
export async function getBackupState(
  context: Context,
  options: { dataDirectory: string; backupAt: string | null; isAlone(): Promise<boolean> },
): Promise<BackupState> {
  requirePermission(context, 'backup.manage');
  const folder = backupFolder(options.dataDirectory);
  const [backups, running, failure, alone] = await Promise.all([
    listBackups(folder),
    findRunning(folder),
    findFailure(folder),
    options.isAlone(),
  ]);
  return {
    backups: backups
      .filter((backup) => backup.schools.includes(context.schoolId))
      .map(({ schools: within, ...backup }) => ({
        ...{ name: backup.name, createdAt: backup.createdAt, reason: backup.reason, size: backup.size },
        ...{ rows: backup.rows, files: backup.files, lost: backup.lost },
        mine: holdsOnly(within, context.schoolId),
      })),
    running,
    failure,
    nextAt: options.backupAt === null ? null : nextBackupAt(context.clock.now(), options.backupAt),
    alone,
  };
}

export function holdsOnly(schools: readonly string[], schoolId: string): boolean {
  return schools.length === 1 && schools[0] === schoolId;
}
