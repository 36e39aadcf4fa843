import { compareWords } from '#core/plan/life/compare-text.ts';
import type { EditableField } from '#core/plan/edit-item.ts';
import { momentText } from '#lib/dates.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { escapeHtml } from './escape-html.ts';
import { wordsHtml } from './words-html.ts';

interface RowEvent {
  action: 'added' | 'edited' | 'placed' | 'moved' | 'removed' | 'restored';
  at: Date;
  by: string | null;
  cell: { field: EditableField; before: string; after: string } | null;
}

/** Who changed a row, when, and what: words taken out struck through, words that came in underlined. */
export function rowHistoryHtml(events: readonly RowEvent[], t: Translate): string {
  if (events.length === 0) return '';
  const entries = events.map(({ action, at, by, cell }) => {
    const what = cell === null ? t(`history.${action}`) : t('history.cell', { column: t(`plan.column.${cell.field}`) });
    const who = t('history.by', { name: by ?? t('life.somebody'), when: momentText(at) });
    const words = cell === null ? '' : `<p class="words">${wordsHtml(compareWords(cell.before, cell.after), t)}</p>`;
    return `<li><p>${escapeHtml(what)}<br><small>${escapeHtml(who)}</small></p>${words}</li>`;
  });
  return `<section class="history"><h3>${escapeHtml(t('history.title'))}</h3><ol>${entries.join('')}</ol></section>`;
}
