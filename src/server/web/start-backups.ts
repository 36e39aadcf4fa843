import { makeBackup } from '#server/backup/make-backup.ts';
import { type MaintenanceTools, runMaintenance } from '#server/backup/maintenance.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { Config } from '#server/platform/config.ts';
import { type Control, openControl } from '#server/platform/control.ts';
import type { ScheduledJobs } from '#server/platform/jobs.ts';

/** Name of the queue; a job says whether somebody asked for it. */
export const MAKE_BACKUP = 'make-backup';

/**
 * Backups by the clock and on request, and an ear for the command line, which cannot open an embedded database that is in use.
 * @returns what has to be closed
 */
export async function startBackups(config: Config, tools: MaintenanceTools, jobs: ScheduledJobs): Promise<Control> {
  await jobs.work(MAKE_BACKUP, async ({ reason }) => {
    await makeBackup(tools, reason === 'asked' ? 'asked' : 'nightly').catch((error: unknown) => {
      // The one that is being made is as good.
      if (!(error instanceof AppError && error.code === 'backup.already-running')) throw error;
    });
  });
  await jobs.schedule(MAKE_BACKUP, cronOf(config.backupAt));
  if (config.databaseUrl !== null) return { close: async () => undefined };
  return openControl(config.dataDirectory, (request, report) => runMaintenance(tools, request, report));
}

/** "02:00" is "0 2 * * *". */
function cronOf(time: string | null): string | null {
  const [hours, minutes] = time?.split(':').map(Number) ?? [];
  return hours === undefined || minutes === undefined ? null : `${minutes} ${hours} * * *`;
}
