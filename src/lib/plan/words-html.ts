import type { WordChange } from '#core/plan/life/compare-text.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { escapeHtml } from './escape-html.ts';

/** A text before and after as one, escaped: what was taken out struck through, what came in underlined; said aloud too. */
export function wordsHtml(words: readonly WordChange[], t: Translate): string {
  const told = { removed: ['del', t('compare.deletedWord')], added: ['ins', t('compare.insertedWord')] } as const;
  return words
    .map(({ kind, text }) => {
      if (kind === 'same') return escapeHtml(text);
      const [tag, word] = told[kind];
      const aloud = (said: string) => `<span class="visually-hidden">${escapeHtml(said)}</span>`;
      return `<${tag}>${aloud(`[${word}: `)}${escapeHtml(text)}${aloud(']')}</${tag}>`;
    })
    .join('');
}
