import { expect, test } from 'vitest';
import { httpStatusOf } from './http-status.ts';

test.each([
  ['identity.not-signed-in', 401],
  ['identity.not-allowed', 403],
  ['plan.not-found', 404],
  ['plan.stale', 409],
  ['organisations.already-set-up', 409],
  ['upload.too-large', 413],
  ['identity.too-many-attempts', 429],
  ['database.away', 503],
  ['files.disk-full', 507],
  ['upload.wrong-type', 400],
])('%s is %i', (code, status) => {
  expect(httpStatusOf(code)).toBe(status);
});
