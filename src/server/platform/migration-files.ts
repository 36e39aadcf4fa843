import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AppError } from '#core/kernel/app-error.ts';

export interface MigrationFile {
  /** "0001-schools" */
  name: string;
  /** SHA-256 of the text with plain line breaks, hex: a checkout on Windows is the same migration. */
  checksum: string;
  /** One statement each, in order. */
  steps: string[];
}

export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/**
 * The migrations in order. A file is NNNN-name.sql; each of its steps begins with a line "-- step" (": reason" may follow).
 * @throws AppError `database.migration-invalid` for a misnamed file, a number used twice, or a file without steps
 */
export async function readMigrationFiles(directory: string = MIGRATIONS_DIRECTORY): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  return Promise.all(
    names.map(async (name) => {
      const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
      if (number === undefined || numbers.has(number)) throw new AppError('database.migration-invalid', { name });
      numbers.add(number);
      return parseMigration(name.slice(0, -'.sql'.length), await readFile(`${directory}/${name}`, 'utf8'));
    }),
  );
}

/** @throws AppError `database.migration-invalid` when the text has no step */
export function parseMigration(name: string, text: string): MigrationFile {
  const unix = text.replace(/\r\n/g, '\n');
  const [, ...steps] = unix.split(/^-- step\b.*$/m).map((step) => step.trim());
  if (steps.length === 0 || steps.includes('')) throw new AppError('database.migration-invalid', { name });
  return { name, checksum: createHash('sha256').update(unix).digest('hex'), steps };
}
