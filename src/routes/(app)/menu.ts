import type { Translate } from '#lib/messages/translate.ts';

/** The main menu, in the order in which a school works. A new area of the product is a line here. */
export function menuOf(t: Translate): { href: string; label: string }[] {
  return [
    { href: '/', label: t('shell.home') },
    { href: '/plans', label: t('plans.title') },
    { href: '/uploads', label: t('uploads.menu') },
    { href: '/standards', label: t('shell.standards') },
  ];
}
