import { isAllowed } from '#core/identity/permissions.ts';
import type { Role } from '#core/identity/role.ts';
import type { Translate } from '#lib/messages/translate.ts';

export interface MenuEntry {
  href: string;
  label: string;
  /** What waits there, as a number and in words. */
  count?: { number: number; words: string };
}

/** The main menu, in the order in which a school works. `unseen`: comments that name the person and were not opened yet. A new area of the product is a line here. */
export function menuOf(t: Translate, role: Role | null, unseen: number): MenuEntry[] {
  return [
    {
      ...{ href: '/', label: t('shell.home') },
      ...(unseen > 0 ? { count: { number: unseen, words: t('mentions.unseen', { count: unseen }) } } : {}),
    },
    { href: '/plans', label: t('plans.title') },
    ...(role && isAllowed(role, 'upload.view') ? [{ href: '/uploads', label: t('uploads.menu') }] : []),
    { href: '/standards', label: t('shell.standards') },
    ...(role && isAllowed(role, 'member.view') ? [{ href: '/people', label: t('people.menu') }] : []),
  ];
}
