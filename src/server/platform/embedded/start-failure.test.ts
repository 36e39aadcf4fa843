import { expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { fileFailure, serverFailure } from './start-failure.ts';

test.each([
  ['FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device', 'data.disk-full'],
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.',
    'data.disk-full',
  ],
  ['initdb: error: could not create directory "x": Permission denied', 'data.unwritable'],
  ['DETAIL:  The data directory was initialized by PostgreSQL version 17', 'database.other-version'],
  ['postgres: error while loading shared libraries: libicuuc.so.60', 'database.cannot-run-here'],
  ['something else', 'database.start-failed'],
])('%s', (output, code) => {
  expect(serverFailure(output, '/data')).toMatchObject({ code, details: { directory: '/data' } });
});

test.each([
  ['ENOSPC', 'data.disk-full'],
  ['EDQUOT', 'data.disk-full'],
  ['EACCES', 'data.unwritable'],
  ['EROFS', 'data.unwritable'],
  ['ENOENT', 'data.unwritable'],
])('%s', (code, expected) => {
  const failure = fileFailure(Object.assign(new Error('x'), { code, syscall: 'mkdir' }), '/data');
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code: expected });
});

test('what is not about files stays as it is', () => {
  const error = new AppError('data.in-use');
  expect(fileFailure(error, '/data')).toBe(error);
});
