import type { Block, Cell, Paragraph, Table } from '#core/documents/block.ts';
import type { ParagraphUse } from '#core/documents/reading.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * The file as it was read, like paper: every paragraph with its anchor `#p<id>`, tables as tables, page furniture dimmed, what was not
 * read marked with a word. All text is escaped.
 */
export function sourceHtml(blocks: readonly Block[], uses: readonly ParagraphUse[], t: Translate): string {
  const useOf = new Map(uses.map((use) => [use.paragraph, use.as]));
  let html = '';
  let page: number | null = null;
  for (const block of blocks) {
    const at = block.place.page;
    if (at !== null && at !== page) html += `<p class="page-mark">${t('review.page', { page: at })}</p>`;
    page = at ?? page;
    html += block.kind === 'paragraph' ? paragraphHtml(block, useOf, t) : tableHtml(block, useOf, t);
  }
  return html;
}

function paragraphHtml(paragraph: Paragraph, useOf: ReadonlyMap<number, ParagraphUse['as']>, t: Translate): string {
  const { id, label, text, style } = paragraph;
  const use = useOf.get(id) ?? 'used';
  const classes = [use, style.align ?? '', style.bold ? 'b' : '', style.italic ? 'i' : '', style.heading ? 'h' : ''];
  const mark = use === 'unread' ? `<small class="mark">${t('review.unreadMark')}</small>` : '';
  const hidden = use === 'furniture' ? `<span class="visually-hidden">${t('review.furnitureMark')}: </span>` : '';
  const words = escapeHtml(label === null ? text : `${label} ${text}`);
  return `<p id="p${id}" class="${classes.filter((name) => name !== '').join(' ')}">${hidden}${words}${mark}</p>`;
}

function tableHtml(table: Table, useOf: ReadonlyMap<number, ParagraphUse['as']>, t: Translate): string {
  const cell = ({ columnSpan, rowSpan, paragraphs }: Cell) =>
    `<td${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}>${paragraphs
      .map((paragraph) => paragraphHtml(paragraph, useOf, t))
      .join('')}</td>`;
  const rows = table.rows.map((row) => `<tr>${row.cells.map(cell).join('')}</tr>`).join('');
  return `<table${table.ruled ? ' class="ruled"' : ''}><tbody>${rows}</tbody></table>`;
}
