/** How far long work is, in its own units: tables, files, or bytes of the archive. */
export interface BackupProgress {
  step: 'rows' | 'files' | 'check' | 'load' | 'documents';
  done: number;
  total: number;
}

export type Report = (progress: BackupProgress) => void;

export const silent: Report = () => undefined;
