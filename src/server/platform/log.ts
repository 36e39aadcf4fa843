import { AppError } from '#core/kernel/app-error.ts';
import type { LogLevel } from './config.ts';

/**
 * What a log line may hold: counts, codes, durations and ids. Names, titles, file names and text of documents are personal
 * data or may hold them and never go into a log; ids lead whoever may see them to the rest.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Of the error only its kind, code and stack frames are kept: messages may quote what somebody typed. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/** One JSON object per line on the given writer (standard error by default). */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const put = (at: LogLevel, event: string, fields: LogFields = {}): void => {
    if (ORDER.indexOf(at) < ORDER.indexOf(level)) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level: at, event, ...fields })}\n`);
  };
  return {
    debug: (event, fields) => put('debug', event, fields),
    info: (event, fields) => put('info', event, fields),
    warn: (event, fields) => put('warn', event, fields),
    error: (event, error, fields) => put('error', event, { ...fields, ...describeError(error) }),
  };
}

export const silentLog: Log = createLog('silent');

function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
    return { error: typeof error, code };
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = error instanceof AppError ? error.code : 'code' in error ? String(error.code) : null;
  return {
    error: error.name,
    code,
    stack: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | '),
  };
}
