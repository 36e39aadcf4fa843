import { isAllowed } from '#core/identity/permissions.ts';
import type { Role } from '#core/identity/role.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** The main menu, in the order in which a school works. A new area of the product is a line here. */
export function menuOf(t: Translate, role: Role | null): { href: string; label: string }[] {
  return [
    { href: '/', label: t('shell.home') },
    { href: '/plans', label: t('plans.title') },
    { href: '/uploads', label: t('uploads.menu') },
    { href: '/standards', label: t('shell.standards') },
    ...(role && isAllowed(role, 'member.view') ? [{ href: '/people', label: t('people.menu') }] : []),
  ];
}
