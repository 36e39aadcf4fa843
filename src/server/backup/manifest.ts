import { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';

/** Says what an archive is and what must be in it. It is the last entry, because it names the hashes of the others. */
export const MANIFEST = 'manifest.json';

/** Of the layout of the archive; the layout of the rows is told by `migrations`. */
export const FORMAT = 1;
const MOST_BYTES = 512 * 1024 * 1024;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const name = z.string().min(1).max(200);

const table = z.object({ name, columns: z.array(name).min(1), rows: count, bytes: count, sha256 });
const file = z.object({ sha256, size: count });

const manifest = z.object({
  product: z.literal('caitien'),
  kind: z.literal('backup'),
  format: z.number().int().min(1),
  createdAt: z.iso.datetime(),
  /** Migrations that had run, in order; the last one is the version of the rows. */
  migrations: z.array(z.object({ name, checksum: sha256 })).min(1),
  tables: z.array(table),
  files: z.array(file),
  /** Files that rows name and the store no longer has, or not with the right bytes. */
  lost: z.array(z.object({ sha256, reason: z.enum(['missing', 'damaged']) })),
  schools: z.array(z.uuid()),
  /** The ends of the audit chains at that moment: what a later chain must still contain. */
  auditHeads: z.array(z.object({ schoolId: z.uuid(), sequence: count, hash: sha256 })),
  /** Whether the secret of the installation is in the archive. */
  secret: z.boolean(),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestTable = z.infer<typeof table>;

export const MANIFEST_LIMIT = MOST_BYTES;

export function tablePath(table: string): string {
  return `rows/${table}.copy`;
}

export function filePath(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256}`;
}

export const SECRET_PATH = 'secret';

/** @throws AppError `backup.foreign` when it is no manifest of ours, `backup.newer-format` */
export function parseManifest(bytes: Uint8Array): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (cause) {
    throw new AppError('backup.foreign', {}, { cause });
  }
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (kind === 'school') throw new AppError('backup.is-school-export');
  const format = (value as { format?: unknown } | null)?.format;
  if (kind === 'backup' && typeof format === 'number' && format > FORMAT) throw new AppError('backup.newer-format');
  const read = manifest.safeParse(value);
  if (!read.success) throw new AppError('backup.foreign');
  return read.data;
}
