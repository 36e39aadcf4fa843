import { AppError } from '#core/kernel/app-error.ts';

/** 53: out of resources (100 is the disk); 08 and 57P: the connection or the server is gone (PostgreSQL, appendix A). */
const DISK_FULL = '53100';
const AWAY = /^(08[0-9A-Z]{3}|57P0[1-5]|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;
/** What pg says when the line breaks under a query; it gives no code. */
const BROKEN = /^Connection terminated|^timeout exceeded when trying to connect/;

/**
 * A fault of the database that passes without anybody mending the product, as an error that people can be told:
 * `database.disk-full`, or `database.away` while the server starts again; also when a library has wrapped it as the cause of an error of
 * its own. Null for every other error.
 */
export function databaseFailure(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const { code, severity, syscall } = error as { code?: unknown; severity?: unknown; syscall?: unknown };
  if (code === DISK_FULL) return new AppError('database.disk-full', {}, { cause: error });
  const ofDatabase = severity !== undefined || syscall === 'connect' || syscall === 'read' || syscall === 'write';
  const away = ofDatabase && typeof code === 'string' ? AWAY.test(code) : BROKEN.test(error.message);
  return away ? new AppError('database.away', {}, { cause: error }) : databaseFailure(error.cause);
}
