import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#core/kernel/app-error.ts';
import type { Crosswalk } from '#core/standards/crosswalk.ts';
import type { LegalLibrary } from '#core/standards/legal-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { checkCrosswalk } from './check-crosswalk.ts';
import { checkLegalLibrary } from './check-legal-library.ts';
import { checkSet, checkSets } from './check-set.ts';
import { CROSSWALK_SCHEMA, crosswalkSchema } from './crosswalk-schema.ts';
import { checkDataFile, type DataFile, dataFileError, readDataFile } from './data-file.ts';
import { LEGAL_LIBRARY_SCHEMA, legalLibrarySchema } from './legal-library-schema.ts';
import { STANDARD_SET_SCHEMA, standardSetSchema } from './standard-set-schema.ts';

/** Everything in `standards/`, valid by itself and with each other. */
export interface Standards {
  /** In order of their dates, then ids. */
  sets: StandardSet[];
  legal: LegalLibrary;
  crosswalk: Crosswalk;
}

export interface FileOf<T> {
  data: DataFile;
  value: T;
}

/**
 * Reads the folder once; call it at start-up. Throws a `DataFileError` that names file, line and column at the first thing that
 * is wrong, and `standards.no-folder` or `standards.file-missing` when the folder or a needed file is not there.
 */
export function loadStandards(folder: string = findStandardsFolder()): Standards {
  if (!existsSync(folder)) throw new AppError('standards.no-folder', { folder });
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = names.sort().map((name) => readDataFile(join(folder, name)));
  const sets = files
    .filter((file) => kindOf(file) === STANDARD_SET_SCHEMA)
    .map((data) => fileOf(data, standardSetSchema));
  const legal = fileOf(only(files, LEGAL_LIBRARY_SCHEMA, folder), legalLibrarySchema);
  const crosswalk = fileOf(only(files, CROSSWALK_SCHEMA, folder), crosswalkSchema);
  if (sets.length === 0) throw new AppError('standards.file-missing', { folder, schema: STANDARD_SET_SCHEMA });
  for (const set of sets) checkSet(set);
  checkSets(sets, legal.value);
  checkLegalLibrary(legal);
  checkCrosswalk(
    crosswalk,
    sets.map((set) => set.value),
  );
  const byDate = (a: StandardSet, b: StandardSet) => a.effective.localeCompare(b.effective) || a.id.localeCompare(b.id);
  return { sets: sets.map((set) => set.value).sort(byDate), legal: legal.value, crosswalk: crosswalk.value };
}

let loaded: Standards | undefined;

/** The product's own folder, loaded at the first call and kept. */
export function getStandards(): Standards {
  return (loaded ??= loadStandards());
}

/** The `standards/` beside the product, from the source tree as from a built server. */
export function findStandardsFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'standards');
    if (existsSync(join(candidate, 'legal-documents.yaml'))) return candidate;
    if (dirname(folder) === folder) return join(process.cwd(), 'standards');
  }
}

const KINDS = [STANDARD_SET_SCHEMA, LEGAL_LIBRARY_SCHEMA, CROSSWALK_SCHEMA];

function kindOf(data: DataFile): string {
  const kind = (data.value as { schema?: unknown } | null)?.schema;
  if (typeof kind === 'string' && KINDS.includes(kind)) return kind;
  const kinds = KINDS.join(', ');
  throw dataFileError(data, ['schema'], {
    vi: `Mục schema phải là một trong: ${kinds}`,
    en: `The key schema must be one of: ${kinds}`,
  });
}

function fileOf<T>(data: DataFile, schema: Parameters<typeof checkDataFile<T>>[1]): FileOf<T> {
  return { data, value: checkDataFile(data, schema) };
}

function only(files: DataFile[], schema: string, folder: string): DataFile {
  const [file, second] = files.filter((each) => kindOf(each) === schema);
  if (!file) throw new AppError('standards.file-missing', { folder, schema });
  if (second)
    throw dataFileError(second, ['schema'], {
      vi: `Đã có tệp ${file.file} cùng loại`,
      en: `${file.file} is of this kind already`,
    });
  return file;
}
