import { cellStarts } from '#core/documents/layout/cell-starts.ts';
import type {
  PrintBlock,
  PrintCell,
  PrintClosing,
  PrintLetterhead,
  PrintModel,
  PrintRow,
  PrintTable,
} from '#core/documents/layout/print-model.ts';
import { withRangeBreaks } from '#core/documents/layout/date-ranges.ts';
import { DOCUMENT_NUMBER } from '#core/documents/layout/whole-numbers.ts';
import { JOINED_YEARS, withWholeYears } from '#core/documents/layout/whole-years.ts';

/**
 * The model as a fragment of HTML that looks like the paper (`src/lib/print/paper.css`). Every text is escaped; no inline style
 * and no script, so that a strict content security policy holds. Headings begin at h2, below the title of the page. With `cards`
 * each row of a table is a card on a phone, for people who read and do not print.
 */
export function writeHtml(model: PrintModel, { cards = false } = {}): string {
  const head = model.letterhead === null ? '' : letterhead(model.letterhead);
  const title = model.title.length === 0 ? '' : `<div class="paper-title">${paragraphs(model.title)}</div>`;
  const parts = model.parts.map(({ orientation, blocks }, index) => {
    const first = index === 0 ? head + title : '';
    const end = index === model.parts.length - 1 && model.closing !== null ? closing(model.closing) : '';
    return `<section class="paper-sheet paper-${orientation}">${first}${blocks.map((block) => blockOf(block, cards)).join('')}${end}</section>`;
  });
  const empty = `<section class="paper-sheet paper-portrait">${head}${title}${model.closing === null ? '' : closing(model.closing)}</section>`;
  return `<article class="paper" lang="vi">${parts.length === 0 ? empty : parts.join('')}</article>`;
}

function letterhead(head: PrintLetterhead): string {
  const line = (name: string, text: string | null) =>
    text === null ? '' : `<p class="paper-${name}"><span>${words(text)}</span></p>`;
  const cells = [
    line('governing', head.governingBody) + line('school', head.schoolName),
    line('country', head.country) + line('motto', head.motto),
    line('number', head.number),
    line('date', head.date),
  ];
  return `<header class="paper-letterhead">${cells.map((cell) => `<div>${cell}</div>`).join('')}</header>`;
}

function blockOf(block: PrintBlock, cards: boolean): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(block.level + 1, 6);
      return `<h${level} class="paper-heading paper-${block.weight} paper-${block.align}">${sentence(block.text)}</h${level}>`;
    }
    case 'line':
      return `<p class="paper-line">${block.italic ? `<em>${sentence(block.text)}</em>` : sentence(block.text)}</p>`;
    case 'blank':
      return '<p class="paper-line paper-blank" aria-hidden="true">&nbsp;</p>';
    case 'table':
      return tableOf(block, cards);
  }
}

/** Widths of columns are attributes, since styles may not be inline. */
function tableOf({ caption, widths, header, rows }: PrintTable, cards: boolean): string {
  const labels = cards ? labelsOf(header, widths.length) : [];
  const starts = cards ? cellStarts(rows, widths.length) : [];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col width="${((width / total) * 100).toFixed(2)}%">`).join('');
  return [
    `<div class="paper-scroll more-aside${cards ? ' paper-cards' : ''}" role="region" tabindex="0" aria-label="${escaped(caption)}"><table class="paper-table">`,
    `<caption class="paper-caption">${words(caption)}</caption><colgroup>${columns}</colgroup>`,
    `<thead>${header.map((row) => rowOf(row)).join('')}</thead>`,
    `<tbody>${rows
      .map((row, index) =>
        rowOf(
          row,
          starts[index]?.map((start) => labels[start]!),
        ),
      )
      .join('')}</tbody></table></div>`,
  ].join('');
}

/** The word of each column: of two rows of the header, the lower one. */
function labelsOf(header: readonly PrintRow[], columns: number): string[] {
  const labels = Array.from({ length: columns }, () => '');
  for (const [row, starts] of cellStarts(header, columns).entries()) {
    for (const [index, start] of starts.entries()) {
      const { paragraphs, columnSpan } = header[row]!.cells[index]!;
      labels.fill(paragraphs.join(' '), start, start + columnSpan);
    }
  }
  return labels;
}

function rowOf(row: PrintRow, labels: readonly string[] = []): string {
  const cells = row.cells.map((cell, index) => cellOf(cell, row, labels[index] ?? ''));
  return `<tr class="paper-row-${row.kind}${row.keep ? ' paper-keep' : ''}">${cells.join('')}</tr>`;
}

function cellOf(cell: PrintCell, row: PrintRow, label: string): string {
  const tag = row.kind === 'item' ? 'td' : 'th';
  const scope = row.kind === 'header' ? ` scope="${cell.columnSpan > 1 ? 'colgroup' : 'col'}"` : '';
  const group = row.kind === 'group' ? ' scope="colgroup"' : '';
  const spans =
    (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '') +
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '');
  const said = row.kind === 'item' && label !== '' && cell.paragraphs.some((text) => text.trim() !== '');
  const column = said ? ` data-label="${escaped(label)}"` : '';
  return `<${tag} class="paper-${cell.align}"${scope}${group}${spans}${column}>${paragraphs(cell.paragraphs)}</${tag}>`;
}

function closing({ recipients, roles, name }: PrintClosing): string {
  const list = recipients.map((line) => `<li>${words(line)}</li>`).join('');
  const left = recipients.length === 0 ? '' : `<p class="paper-recipients">Nơi nhận:</p><ul>${list}</ul>`;
  const signer = name === null ? '' : `<p class="paper-signer">${words(name)}</p>`;
  return `<footer class="paper-closing"><div>${left}</div><div>${paragraphs(roles)}${signer}</div></footer>`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${words(text)}</p>`).join('');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words of a line across the page, in which the number of a document has room to stay whole. */
function sentence(text: string): string {
  return text
    .split(NUMBERS)
    .map((piece, index) => (index % 2 === 1 ? `<span class="paper-whole">${words(piece)}</span>` : words(piece)))
    .join('');
}

const NUMBERS = new RegExp(`(${DOCUMENT_NUMBER.source})`, 'u');

function words(text: string): string {
  return escaped(withRangeBreaks(withWholeYears(text)))
    .replace(JOINED_YEARS, '<span class="paper-years">$&</span>')
    .replaceAll('\n', '<br>')
    .replaceAll('\u200B', '<wbr>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}
