import { isAllowed, PERMISSIONS } from '#core/identity/permissions.ts';
import { ROLES } from '#core/identity/role.ts';
import { findSentence } from '#lib/messages/translate.ts';
import type { PageServerLoad } from './$types';

/** The table of permissions itself, in words: it cannot say anything else than the system does. */
export const load: PageServerLoad = ({ locals }) => ({
  role: locals.context().role,
  permissions: PERMISSIONS.map((permission) => ({
    permission,
    words: findSentence(locals.locale, `permission.${permission}`) ?? permission,
    allowed: ROLES.map((role) => isAllowed(role, permission)),
  })),
});
