import { sql } from 'kysely';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { quoted } from '../backed-up-tables.ts';
import { FILE_COLUMNS } from '../file-columns.ts';
import { planFolder, uploadPath } from './export-paths.ts';

/** A file that a row of the school names. */
export interface NamedFile {
  sha256: string;
  /** In the archive. */
  path: string;
  /** As people know it. */
  name: string;
}

/** Uploads under the names they came with, issued documents beside their plan, whatever else there is under its hash. */
export async function schoolFiles(trx: SchoolTransaction): Promise<NamedFile[]> {
  const known = [...(await uploads(trx)), ...(await issued(trx))];
  const others = FILE_COLUMNS.filter(({ table }) => table !== 'upload' && table !== 'plan_issue');
  for (const { table, column } of others) {
    const { rows } = await sql<{ sha256: string }>`
      SELECT DISTINCT ${sql.ref(column)} AS sha256 FROM ${sql.raw(quoted(table))}
      WHERE school_id = ${trx.schoolId} AND ${sql.ref(column)} IS NOT NULL`.execute(trx);
    known.push(...rows.map(({ sha256 }) => ({ sha256, path: `tep-khac/${sha256}`, name: sha256 })));
  }
  return known;
}

async function uploads(trx: SchoolTransaction): Promise<NamedFile[]> {
  const rows = await trx
    .selectFrom('upload')
    .select(['id', 'file_name', 'sha256'])
    .where('school_id', '=', trx.schoolId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, file_name, sha256 }) => ({ sha256, path: uploadPath(id, file_name), name: file_name }));
}

async function issued(trx: SchoolTransaction): Promise<NamedFile[]> {
  const rows = await trx
    .selectFrom('plan_issue as issue')
    .innerJoin('plan', (join) =>
      join.onRef('plan.school_id', '=', 'issue.school_id').onRef('plan.id', '=', 'issue.plan_id'),
    )
    .select(['plan.id', 'plan.title', 'plan.school_year_start as schoolYearStart'])
    .select(['issue.revision', 'issue.docx_sha256', 'issue.pdf_sha256', 'issue.original_sha256', 'issue.original_name'])
    .where('issue.school_id', '=', trx.schoolId)
    .orderBy('plan.id')
    .orderBy('issue.revision')
    .execute();
  return rows.flatMap((row) => {
    const name = `ban-hanh-lan-${row.revision}`;
    const path = `${planFolder(row)}/${name}`;
    return [
      { sha256: row.docx_sha256, path: `${path}.docx`, name: `${name}.docx` },
      { sha256: row.pdf_sha256, path: `${path}.pdf`, name: `${name}.pdf` },
      { sha256: row.original_sha256, path: `${path}-goc`, name: row.original_name ?? name },
    ].flatMap(({ sha256, ...file }) => (sha256 === null ? [] : [{ sha256, ...file }]));
  });
}
