import type { Kysely } from 'kysely';
import { schoolYearLabel } from '#core/kernel/school-year.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { type AuditRecord, listAudit } from '#server/audit/list-audit.ts';
import { writeAuditLog } from '#server/audit/write-audit-log.ts';
import { writeAuditXlsx } from '#server/audit/write-audit-xlsx.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { writePlan } from '#server/documents/write/write-plan.ts';
import { documentOf, loadPlan } from '#server/plan/get-plan.ts';
import { readMigrationFiles } from '#server/platform/migration-files.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { Database } from '#server/platform/schema.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { type AddOptions, ArchiveWriter, type Chunks } from '../archive/archive-writer.ts';
import { type Report, silent } from '../backup-progress.ts';
import { MANIFEST } from '../manifest.ts';
import { type ExportIndex, exportIndexHtml } from './export-index.ts';
import { planFolder } from './export-paths.ts';
import { type NamedFile, schoolFiles } from './school-files.ts';
import { SCHOOL_FORMAT, type SchoolManifest } from './school-manifest.ts';
import { peopleAsJson, rowsAsJson, schoolTables } from './school-rows.ts';
import { inSchoolSnapshot } from './school-snapshot.ts';

export interface WrittenExport {
  manifest: SchoolManifest;
  /** Of the archive, bytes. */
  size: number;
}

/** Entries of a workbook; the lines beside it hold all. */
const MOST_IN_SHEET = 50_000;

/**
 * Writes all that one school has into an archive that opens without us: an index page, each plan as Word, Excel and data, uploads as
 * they came, the history, and the rows for another server. Row-level security holds while it is written.
 * @throws AppError `organisations.not-found`, `backup.exists`, `backup.unwritable`, `backup.disk-full`
 */
export async function writeSchoolExport(
  tools: { db: Kysely<Database>; files: FileStore },
  options: { schoolId: string; path: string; now: Date; report?: Report },
): Promise<WrittenExport> {
  const { path, now, report = silent } = options;
  const archive = new Listed(await ArchiveWriter.create(path, now));
  try {
    const migrations = (await readMigrationFiles()).map(({ name, checksum }) => ({ name, checksum }));
    const snapshot = await inSchoolSnapshot(tools.db, options.schoolId, async (trx) => {
      const school = await trx
        .selectFrom('school')
        .select('name')
        .where('school_id', '=', trx.schoolId)
        .executeTakeFirst();
      if (!school) throw new AppError('organisations.not-found');
      const tables = await writeRows(trx, archive);
      const plans = await writePlans(trx, archive, now, report);
      const entries = await writeHistory(trx, archive);
      return { school, tables, plans, entries, named: await schoolFiles(trx) };
    });
    const { kept, lost } = await writeFiles(tools.files, snapshot.named, archive, report);
    const index = indexOf(snapshot, kept, now);
    await archive.add('index.html', [Buffer.from(exportIndexHtml(index))]);
    const manifest: SchoolManifest = {
      product: 'caitien',
      kind: 'school',
      format: SCHOOL_FORMAT,
      createdAt: now.toISOString(),
      school: { id: options.schoolId, name: snapshot.school.name },
      migrations,
      entries: archive.entries,
      tables: snapshot.tables,
      files: [...kept].map(([sha256, at]) => ({ sha256, path: at })),
      lost,
    };
    await archive.writer.add(MANIFEST, [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]);
    return { manifest, size: await archive.writer.finish() };
  } catch (error) {
    await archive.writer.abandon();
    throw error;
  }
}

/** Remembers what was added, for the manifest. */
class Listed {
  readonly writer: ArchiveWriter;
  readonly entries: SchoolManifest['entries'] = [];

  constructor(writer: ArchiveWriter) {
    this.writer = writer;
  }

  async add(path: string, chunks: Chunks, options?: AddOptions): Promise<string> {
    const written = await this.writer.add(path, chunks, options);
    this.entries.push({ path, ...written });
    return written.sha256;
  }

  takeBack(): void {
    this.writer.takeBack();
    this.entries.pop();
  }
}

async function writeRows(trx: SchoolTransaction, archive: Listed): Promise<SchoolManifest['tables']> {
  const tables: SchoolManifest['tables'] = [];
  const sources = ['user', ...(await schoolTables(trx))];
  for (const table of sources) {
    const path = `du-lieu/${table}.jsonl`;
    let rows = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const page of table === 'user' ? peopleAsJson(trx) : rowsAsJson(trx, table)) {
        rows += page.rows;
        yield page.lines;
      }
    }
    await archive.add(path, counted(), { pack: true });
    tables.push({ table, path, rows });
  }
  return tables;
}

async function writePlans(trx: SchoolTransaction, archive: Listed, now: Date, report: Report) {
  const plans = await trx
    .selectFrom('plan')
    .select(['id', 'title', 'school_year_start as schoolYearStart'])
    .where('school_id', '=', trx.schoolId)
    .orderBy('school_year_start', 'desc')
    .orderBy('id')
    .execute();
  const written = [];
  for (const [index, summary] of plans.entries()) {
    report({ step: 'documents', done: index, total: plans.length });
    const plan = await loadPlan(trx, summary.id);
    const document = documentOf(plan);
    const set = setOfPlan(document, getStandards().sets);
    const folder = planFolder(summary);
    for (const format of ['docx', 'xlsx', 'json'] as const) {
      const bytes = await writePlan(document, { layout: layoutOr(null, plan.layout), format, set, now });
      await archive.add(`${folder}/ke-hoach.${format}`, [bytes], { pack: format === 'json' });
    }
    const year = summary.schoolYearStart === null ? '' : schoolYearLabel({ start: summary.schoolYearStart });
    written.push({ title: plan.title, year, rows: document.items.length, folder });
  }
  return written;
}

/** @returns how many entries the log has */
async function writeHistory(trx: SchoolTransaction, archive: Listed): Promise<number> {
  await archive.add('lich-su/nhat-ky.jsonl', writeAuditLog(trx), { pack: true });
  let records: AuditRecord[] = [];
  let count = 0;
  for await (const page of listAudit(trx)) {
    count += page.length;
    records.push(...page);
    records = records.slice(-MOST_IN_SHEET);
  }
  await archive.add('lich-su/nhat-ky.xlsx', [await writeAuditXlsx(records)]);
  return count;
}

/** Each file once, under its first name. @returns where each one is, by its hash */
async function writeFiles(files: FileStore, named: readonly NamedFile[], archive: Listed, report: Report) {
  const kept = new Map<string, string>();
  const lost: SchoolManifest['lost'] = [];
  for (const [index, { sha256, path, name }] of named.entries()) {
    report({ step: 'files', done: index, total: named.length });
    if (kept.has(sha256)) continue;
    const stream = await files.stream(sha256).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'files.missing') return null;
      throw error;
    });
    const same = stream !== null && (await archive.add(path, stream)) === sha256;
    if (same) kept.set(sha256, path);
    else lost.push({ sha256, name });
    if (stream !== null && !same) archive.takeBack();
  }
  return { kept, lost };
}

function indexOf(
  snapshot: {
    school: { name: string };
    plans: Omit<ExportIndex['plans'][number], 'issued'>[];
    entries: number;
    named: readonly NamedFile[];
  },
  kept: ReadonlyMap<string, string>,
  at: Date,
): ExportIndex {
  const paths = (folder: string) =>
    snapshot.named.filter(({ path }) => path.startsWith(`${folder}/`)).flatMap(({ sha256 }) => kept.get(sha256) ?? []);
  return {
    school: snapshot.school.name,
    at,
    plans: snapshot.plans.map((plan) => ({ ...plan, issued: paths(plan.folder) })),
    uploads: snapshot.named
      .filter(({ path }) => path.startsWith('tep-goc/'))
      .map(({ name, sha256 }) => ({ name, path: kept.get(sha256) ?? null })),
    entries: snapshot.entries,
  };
}
