import type { Kysely } from 'kysely';
import { isAllowed, type Permission } from '#core/identity/permissions.ts';
import type { Role } from '#core/identity/role.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';

/** Who acts, for which school, with what: the first argument of every use case. */
export interface Context {
  db: Kysely<Database>;
  schoolId: string;
  user: { id: string; displayName: string };
  role: Role;
  clock: Clock;
}

/**
 * The first line of every use case.
 * @throws AppError `identity.not-allowed`
 */
export function requirePermission(context: Pick<Context, 'role'>, permission: Permission): void {
  if (!isAllowed(context.role, permission)) throw new AppError('identity.not-allowed', { permission });
}
