import { expect, test } from 'vitest';
import { requirePermission } from './context.ts';

test('what a role may not do is refused by code', () => {
  expect(() => requirePermission({ role: 'secretary' }, 'plan.edit')).not.toThrow();
  expect(() => requirePermission({ role: 'viewer' }, 'plan.edit')).toThrow(
    expect.objectContaining({ code: 'identity.not-allowed', details: { permission: 'plan.edit' } }),
  );
});
