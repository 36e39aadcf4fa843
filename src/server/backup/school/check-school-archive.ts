import { createHash } from 'node:crypto';
import { AppError } from '#core/kernel/app-error.ts';
import { ArchiveReader, damaged } from '../archive/archive-reader.ts';
import { type Report, silent } from '../backup-progress.ts';
import { MANIFEST, MANIFEST_LIMIT } from '../manifest.ts';
import { parseSchoolManifest, type SchoolManifest } from './school-manifest.ts';

/**
 * Reads the whole export of a school and compares it with its manifest. Changes nothing. Close the reader afterwards.
 * @throws AppError as `checkArchive`, and `backup.is-backup`
 */
export async function checkSchoolArchive(
  path: string,
  report: Report = silent,
): Promise<{ manifest: SchoolManifest; reader: ArchiveReader }> {
  const reader = await ArchiveReader.open(path);
  try {
    const last = reader.entries.get(MANIFEST);
    if (!last) throw new AppError('backup.foreign');
    const manifest = parseSchoolManifest(await reader.read(last, MANIFEST_LIMIT));
    if (reader.entries.size !== manifest.entries.length + 1) throw new AppError('backup.foreign');
    const hashes = new Map<string, string>();
    for (const [index, expected] of manifest.entries.entries()) {
      report({ step: 'check', done: index, total: manifest.entries.length });
      const entry = reader.entries.get(expected.path);
      if (entry?.size !== expected.size) throw damaged(expected.path);
      const hash = createHash('sha256');
      for await (const chunk of reader.stream(entry)) hash.update(chunk);
      if (hash.digest('hex') !== expected.sha256) throw damaged(expected.path);
      hashes.set(expected.path, expected.sha256);
    }
    for (const { path: at } of manifest.tables) if (!hashes.has(at)) throw damaged(at);
    for (const { path: at, sha256 } of manifest.files) if (hashes.get(at) !== sha256) throw damaged(at);
    return { manifest, reader };
  } catch (error) {
    await reader.close();
    throw error;
  }
}
