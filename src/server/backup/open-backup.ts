import { join } from 'node:path';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { backupFolder, findBackup } from './backup-folder.ts';
import { holdsOnly } from './get-backup-state.ts';

/**
 * Where a kept backup lies, to be taken away. Whoever takes it has all that is in it, so it must hold this school and no other, whatever
 * stands on the server now.
 * @throws AppError `backup.not-found`
 */
export async function openBackup(
  context: Context,
  options: { dataDirectory: string; name: string },
): Promise<{ path: string; name: string; size: number }> {
  requirePermission(context, 'backup.manage');
  const folder = backupFolder(options.dataDirectory);
  const backup = await findBackup(folder, options.name);
  if (!backup || !holdsOnly(backup.schools, context.schoolId)) throw new AppError('backup.not-found');
  await inSchool(context.db, context.schoolId, (trx) =>
    recordAudit(trx, {
      ...{ at: context.clock.now(), actorId: context.user.id, action: 'backup.downloaded', subjectType: 'backup' },
      subjectId: backup.name,
      details: { size: backup.size },
    }),
  );
  return { path: join(folder, backup.name), name: backup.name, size: backup.size };
}
