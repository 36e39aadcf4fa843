/**
 * Every column that holds a SHA-256, by "table.column": whether it names a file of the file store, which a backup then carries, or
 * is only the hash of something. A test compares this list with the tables, so that a new column cannot be forgotten.
 */
export const HASH_COLUMNS: Readonly<Record<string, 'file' | 'hash'>> = {
  'upload.sha256': 'file',
  'plan_issue.docx_sha256': 'file',
  'plan_issue.pdf_sha256': 'file',
  'plan_issue.original_sha256': 'file',
  'plan_issue.content_sha256': 'hash',
  'plan.approved_sha256': 'hash',
  'plan_invitation.secret_sha256': 'hash',
};

export interface FileColumn {
  table: string;
  column: string;
}

export const FILE_COLUMNS: readonly FileColumn[] = Object.entries(HASH_COLUMNS)
  .filter(([, kind]) => kind === 'file')
  .map(([name]) => {
    const [table = '', column = ''] = name.split('.');
    return { table, column };
  });
