import { expect, test } from 'vitest';
import { databaseFailure } from './database-failure.ts';

const failed = (more: object, message = 'x') => Object.assign(new Error(message), more);

test.each([
  [failed({ code: '53100', severity: 'ERROR' }), 'database.disk-full'],
  [failed({ code: '57P03', severity: 'FATAL' }), 'database.away'],
  [failed({ code: '57P01', severity: 'FATAL' }), 'database.away'],
  [failed({ code: 'ENOENT', syscall: 'connect' }), 'database.away'],
  [failed({ code: 'ECONNRESET', syscall: 'read' }), 'database.away'],
  [failed({}, 'Connection terminated unexpectedly'), 'database.away'],
  [failed({ cause: failed({ code: 'ECONNREFUSED', syscall: 'connect' }) }), 'database.away'],
])('%o is told as %s', (error, code) => {
  expect(databaseFailure(error)).toMatchObject({ code, cause: error.cause ?? error });
});

test.each([
  failed({ code: '23505', severity: 'ERROR' }),
  failed({ code: 'ENOENT', syscall: 'open' }),
  failed({}, 'something else'),
  'no error at all',
  null,
])('%o is a fault of ours', (error) => {
  expect(databaseFailure(error)).toBeNull();
});
