import type { Translate } from '#lib/messages/translate.ts';

/** "Lê Văn Phó, Mai Thị Thư và 7 người nữa" */
export function namesText(t: Translate, people: readonly { displayName: string }[], most = 6): string {
  const names = people.slice(0, most).map(({ displayName }) => displayName);
  const rest = people.length - names.length;
  return rest > 0 ? t('groups.more', { people: names.join(', '), count: rest }) : names.join(', ');
}
