import type { ResolvedOwner } from '#core/plan/resolve-owners.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { namesText } from '#lib/people/names-text.ts';
import { escapeHtml } from './escape-html.ts';

const MOST_NAMES = 6;

/**
 * The people whom the owners of a row mean in its school year; what nobody stands behind is a hint, with the way to mend it for those
 * who may. Names outside the school are left as they are.
 */
export function ownersHtml(owners: readonly ResolvedOwner[], mendAddress: string | null, t: Translate): string {
  const shown = owners.filter(({ people, expected }) => expected || people.length > 0);
  if (shown.length === 0) return '';
  const lines = shown.map(({ name, people }) =>
    people.length > 0
      ? `<li><strong>${escapeHtml(name)}</strong>: ${escapeHtml(namesText(t, people, MOST_NAMES))}</li>`
      : `<li>${escapeHtml(t('about.whoUnknown', { name }))}</li>`,
  );
  const unknown = shown.some(({ people }) => people.length === 0);
  const mend =
    unknown && mendAddress !== null
      ? `<p><a href="${escapeHtml(mendAddress)}">${escapeHtml(t('about.whoMend'))}</a></p>`
      : '';
  return `<section><h3>${escapeHtml(t('about.who'))}</h3><ul>${lines.join('')}</ul>${mend}</section>`;
}
