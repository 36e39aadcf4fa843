import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { FileStore } from '#server/platform/files.ts';
import { isId } from '#server/platform/ids.ts';
import type { Log } from '#server/platform/log.ts';
import type { Database } from '#server/platform/schema.ts';
import { markRunning, noteFailure } from '../backup-state.ts';
import { checkSchoolArchive } from './check-school-archive.ts';
import { writeSchoolExport } from './write-school-export.ts';

/** Name of the queue; its jobs name a school. */
export const EXPORT_SCHOOL = 'export-school';

export interface ExportTools {
  db: Kysely<Database>;
  files: FileStore;
  dataDirectory: string;
  clock: Clock;
  log: Log;
}

const facts = z.object({ createdAt: z.coerce.date(), size: z.number(), files: z.number(), lost: z.number() });

export type ExportFacts = z.infer<typeof facts>;

const ARCHIVE = 'truong.zip';
const PART = 'truong.zip.part';
const FACTS = 'truong.json';

/** Each school's last export lies in a folder of its own. */
export function exportFolder(dataDirectory: string, schoolId: string): string {
  if (!isId(schoolId)) throw new AppError('database.school-id-invalid');
  return join(dataDirectory, 'exports', schoolId);
}

/** Writes the export of a school, reads it back, and puts it in the place of the one before. */
export async function makeSchoolExport(tools: ExportTools, schoolId: string): Promise<void> {
  const folder = exportFolder(tools.dataDirectory, schoolId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const running = await markRunning(folder, tools.clock.now());
  try {
    const path = join(folder, PART);
    await rm(path, { force: true });
    const now = tools.clock.now();
    const options = { schoolId, path, now, report: running.report };
    const { manifest, size } = await writeSchoolExport(tools, options);
    await (await checkSchoolArchive(path)).reader.close();
    await rename(path, join(folder, ARCHIVE));
    const told: ExportFacts = { createdAt: now, size, files: manifest.files.length, lost: manifest.lost.length };
    await writeFile(join(folder, FACTS), JSON.stringify(told), { mode: 0o600 });
    await noteFailure(folder, null);
  } catch (error) {
    const { code, details } = error instanceof AppError ? error : new AppError('backup.failed');
    tools.log.error('school-export.failed', error);
    await noteFailure(folder, { at: tools.clock.now(), code, details: { ...details } }).catch(() => undefined);
    throw error;
  } finally {
    await running.end();
  }
}

/** The last export; null when there is none. */
export async function findExport(folder: string): Promise<(ExportFacts & { path: string }) | null> {
  try {
    const told = facts.parse(JSON.parse(await readFile(join(folder, FACTS), 'utf8')));
    const path = join(folder, ARCHIVE);
    return (await stat(path)).size === told.size ? { ...told, path } : null;
  } catch {
    return null;
  }
}
