import { AppError } from '#core/kernel/app-error.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import { type MaintenanceTools, runMaintenance } from '#server/backup/maintenance.ts';
import { MAKE_BACKUP } from '#server/backup/request-backup.ts';
import { EXPORT_SCHOOL, makeSchoolExport } from '#server/backup/school/make-school-export.ts';
import type { Config } from '#server/platform/config.ts';
import { type Control, openControl } from '#server/platform/control.ts';
import type { ScheduledJobs } from '#server/platform/jobs.ts';

/**
 * Backups by the clock and on request, and an ear for the command line, which cannot open an embedded database that is in use.
 * @returns what has to be closed
 */
export async function startBackups(config: Config, tools: MaintenanceTools, jobs: ScheduledJobs): Promise<Control> {
  await jobs.work(MAKE_BACKUP, async ({ reason }) => {
    await makeBackup(tools, reason === 'asked' ? 'asked' : 'nightly').catch(unlessRunning);
  });
  await jobs.work(EXPORT_SCHOOL, ({ schoolId = '' }) => makeSchoolExport(tools, schoolId).catch(unlessRunning));
  await jobs.schedule(MAKE_BACKUP, cronOf(config.backupAt));
  if (config.databaseUrl !== null) return { close: async () => undefined };
  return openControl(config.dataDirectory, (request, report) => runMaintenance(tools, request, report));
}

/** The one that is being made is as good. */
function unlessRunning(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'backup.already-running')) throw error;
}

/** "02:00" is "0 2 * * *". */
function cronOf(time: string | null): string | null {
  const [hours, minutes] = time?.split(':').map(Number) ?? [];
  return hours === undefined || minutes === undefined ? null : `${minutes} ${hours} * * *`;
}
