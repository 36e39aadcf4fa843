import { AppError, type AppErrorCode } from '#core/kernel/app-error.ts';

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** Errors of the file system while starting, in words that somebody can act on; anything else as it came. */
export function fileFailure(error: unknown, directory: string): unknown {
  const { code, syscall } = (error instanceof Error ? error : {}) as { code?: string; syscall?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('data.disk-full', { directory }, { cause: error });
  // On a read-only disk, making a folder with those above it ends in ENOENT.
  if (UNWRITABLE.has(code ?? '') || (code === 'ENOENT' && syscall === 'mkdir')) {
    return new AppError('data.unwritable', { directory }, { cause: error });
  }
  return error;
}

/** What initdb or the server wrote before it gave up, as an error with a code. `output` is kept as the cause for the log. */
export function serverFailure(output: string, directory: string): AppError {
  return new AppError(codeFor(output), { directory }, { cause: new Error(output.trim().slice(-2000)) });
}

function codeFor(output: string): AppErrorCode {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output)) return 'data.disk-full';
  if (/Permission denied|Read-only file system|wrong ownership/i.test(output)) return 'data.unwritable';
  if (/incompatible with server|initialized by PostgreSQL version/i.test(output)) return 'database.other-version';
  if (/error while loading shared libraries|not found \(required by|cannot execute/i.test(output)) {
    return 'database.cannot-run-here';
  }
  return 'database.start-failed';
}
