import { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';

/** Says what the export of a school holds; the last entry of the archive. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const shape = z.object({
  product: z.literal('caitien'),
  kind: z.literal('school'),
  format: z.number().int().min(1),
  createdAt: z.iso.datetime(),
  school: z.object({ id: z.uuid(), name: z.string() }),
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })).min(1),
  /** Every entry of the archive but this one. */
  entries: z.array(z.object({ path: z.string(), size: count, sha256 })),
  /** Where the rows of a table stand; "user" holds the people of the school. */
  tables: z.array(z.object({ table: z.string(), path: z.string(), rows: count })),
  /** Files of the file store, each once. */
  files: z.array(z.object({ sha256, path: z.string() })),
  lost: z.array(z.object({ sha256, name: z.string() })),
});

export type SchoolManifest = z.infer<typeof shape>;

export const SCHOOL_FORMAT = 1;

/** @throws AppError `backup.foreign`, `backup.newer-format`, `backup.is-backup` */
export function parseSchoolManifest(bytes: Uint8Array): SchoolManifest {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new AppError('backup.foreign', {}, { cause });
  }
  const { kind, format } = (value ?? {}) as { kind?: unknown; format?: unknown };
  if (kind === 'backup') throw new AppError('backup.is-backup');
  if (kind === 'school' && typeof format === 'number' && format > SCHOOL_FORMAT)
    throw new AppError('backup.newer-format');
  const read = shape.safeParse(value);
  if (!read.success) throw new AppError('backup.foreign');
  return read.data;
}
