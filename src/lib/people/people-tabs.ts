import { isAllowed } from '#core/identity/permissions.ts';
import type { Role } from '#core/identity/role.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** The pages about people that a role may open, in order. */
export function peopleTabs(t: Translate, role: Role): { href: string; label: string }[] {
  return [
    ...(isAllowed(role, 'member.view') ? [{ href: '/people', label: t('people.list') }] : []),
    ...(isAllowed(role, 'group.view') ? [{ href: '/people/groups', label: t('groups.title') }] : []),
    ...(isAllowed(role, 'member.edit') ? [{ href: '/people/cards', label: t('cards.title') }] : []),
    { href: '/roles', label: t('roles.title') },
  ];
}
