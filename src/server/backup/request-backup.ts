import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

/** Name of the queue; a job says whether somebody asked for it. */
export const MAKE_BACKUP = 'make-backup';

/**
 * A backup now, made by a job. Only where the school is alone on the server: a backup holds the rows of all.
 * @param options.isAlone as `isAloneOn`
 * @throws AppError `backup.already-shared`
 */
export async function requestBackup(
  context: Context,
  options: { isAlone(): Promise<boolean>; jobs: Pick<Jobs, 'send'> },
): Promise<void> {
  requirePermission(context, 'backup.manage');
  if (!(await options.isAlone())) throw new AppError('backup.already-shared');
  await inSchool(context.db, context.schoolId, (trx) =>
    recordAudit(trx, {
      ...{ at: context.clock.now(), actorId: context.user.id, action: 'backup.requested', subjectType: 'school' },
      subjectId: context.schoolId,
      details: {},
    }),
  );
  await options.jobs.send(MAKE_BACKUP, { reason: 'asked' });
}
