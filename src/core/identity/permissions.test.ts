import { expect, test } from 'vitest';
import { isAllowed, PERMISSIONS } from './permissions.ts';
import { isRole, ROLES } from './role.ts';

test('the principal may do everything, a viewer only looks', () => {
  for (const permission of PERMISSIONS) {
    expect(isAllowed('principal', permission), permission).toBe(true);
    const looking = permission.endsWith('.view') || permission.endsWith('.download');
    if (!looking) expect(isAllowed('viewer', permission), permission).toBe(false);
  }
});

test('who writes the plan', () => {
  const writers = ROLES.filter((role) => isAllowed(role, 'plan.edit'));
  expect(writers).toEqual(['principal', 'deputy', 'secretary']);
});

test('roles from data are checked', () => {
  expect(isRole('secretary')).toBe(true);
  expect(isRole('admin')).toBe(false);
});
