import { expect, test } from 'vitest';
import { PERMISSIONS } from '#core/identity/permissions.ts';
import { MOVE_RULES } from '#core/plan/life/plan-life.ts';
import { ROUTES } from './route-table.ts';
import { USE_CASES } from './use-case-table.ts';

/** Asked where the plan is known, beside the permission that the table names; `plan-kinds.db.test.ts` tries it. */
const BESIDE_ANOTHER = ['plan.edit-own-group'];

test('the role table promises nothing that is not asked for somewhere, and tried', () => {
  const ofRoutes = Object.values(ROUTES).flatMap(({ permission }) => (Array.isArray(permission) ? permission : []));
  const ofUseCases = Object.values(USE_CASES).flatMap(({ permission }) => permission ?? []);
  const ofMoves = Object.values(MOVE_RULES).map(({ permission }) => permission);
  const tried = new Set<string>([...ofRoutes, ...ofUseCases, ...ofMoves, ...BESIDE_ANOTHER]);
  expect(PERMISSIONS.filter((permission) => !tried.has(permission))).toEqual([]);
});
