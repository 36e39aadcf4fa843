import type { Kysely } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import type { Context } from '#server/identity/context.ts';
import { type Clock, systemClock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import { aMembership } from './factories.ts';

/** A person of a school with a role, as use cases see them. Without a school, of a school of their own. */
export async function actingAs(
  db: Kysely<Database>,
  given: { role?: Role; schoolId?: string; clock?: Clock } = {},
): Promise<Context> {
  const role = given.role ?? 'secretary';
  const { schoolId, userId } = await aMembership(db, {
    role,
    ...(given.schoolId === undefined ? {} : { school_id: given.schoolId }),
  });
  return { db, schoolId, role, user: { id: userId, displayName: 'Người Dùng' }, clock: given.clock ?? systemClock };
}
