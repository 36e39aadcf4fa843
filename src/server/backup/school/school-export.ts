import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type BackupFailure, findFailure, findRunning, type RunningBackup } from '../backup-state.ts';
import { EXPORT_SCHOOL, type ExportFacts, exportFolder, findExport } from './make-school-export.ts';

export interface ExportState {
  running: RunningBackup | null;
  failure: BackupFailure | null;
  last: ExportFacts | null;
}

/** Lets a job put all that the school has into one file. */
export async function requestSchoolExport(context: Context, options: { jobs: Pick<Jobs, 'send'> }): Promise<void> {
  requirePermission(context, 'school.export');
  await record(context, 'school.export-requested');
  await options.jobs.send(EXPORT_SCHOOL, { schoolId: context.schoolId });
}

/** How the export goes, and the last one. */
export async function getSchoolExport(context: Context, options: { dataDirectory: string }): Promise<ExportState> {
  requirePermission(context, 'school.export');
  const folder = exportFolder(options.dataDirectory, context.schoolId);
  const [running, failure, found] = await Promise.all([findRunning(folder), findFailure(folder), findExport(folder)]);
  const last = found && { createdAt: found.createdAt, size: found.size, files: found.files, lost: found.lost };
  return { running, failure, last };
}

/** Where the last export lies, to be taken away. @throws AppError `backup.not-found` */
export async function openSchoolExport(
  context: Context,
  options: { dataDirectory: string },
): Promise<{ path: string; size: number; createdAt: Date }> {
  requirePermission(context, 'school.export');
  const found = await findExport(exportFolder(options.dataDirectory, context.schoolId));
  if (!found) throw new AppError('backup.not-found');
  await record(context, 'school.export-downloaded');
  return { path: found.path, size: found.size, createdAt: found.createdAt };
}

function record(context: Context, action: string): Promise<void> {
  return inSchool(context.db, context.schoolId, (trx) =>
    recordAudit(trx, {
      ...{ at: context.clock.now(), actorId: context.user.id, action, subjectType: 'school' },
      subjectId: context.schoolId,
      details: {},
    }),
  );
}
