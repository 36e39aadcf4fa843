import type { Draft, DraftCell, DraftRow, DraftTable } from '#core/documents/blocks-draft.ts';
import type { HtmlBlocks, HtmlContext } from './html-blocks.ts';
import { attribute, elementsOf, isHidden, type HtmlElement } from './html-node.ts';
import { applyStyle } from './html-style.ts';

const MOST_COLUMNS = 200;

/** A `table` with its spans, its caption before it. In furniture it is only its paragraphs. */
export function readHtmlTable(table: HtmlElement, context: HtmlContext, blocks: HtmlBlocks): Draft[] {
  const captions = elementsOf(table).filter((each) => each.tagName === 'caption');
  const before = captions.flatMap((each) => blocks.readApart(each, context));
  const trs = rowsOf(table, false);
  /** Cells from above that still cover a column, by column. */
  const covering: { cell: DraftCell; left: number }[] = [];
  const rows: DraftRow[] = [];
  trs.forEach(({ tr, head }, index) => {
    const cells: DraftCell[] = [];
    const rowContext = { ...context, style: applyStyle(tr, context.style), depth: context.depth + 2 };
    const tds = elementsOf(tr).filter((each) => (each.tagName === 'td' || each.tagName === 'th') && !isHidden(each));
    let column = 0;
    for (const td of tds) {
      while ((covering[column]?.left ?? 0) > 0) column++;
      if (column >= MOST_COLUMNS) break;
      const columnSpan = span(td, 'colspan', MOST_COLUMNS - column);
      const rowSpan = attribute(td, 'rowspan') === '0' ? trs.length - index : span(td, 'rowspan', trs.length - index);
      const content = blocks.readApart(td, { ...rowContext, style: applyStyle(td, rowContext.style) });
      const cell = { column, columnSpan, rowSpan, content };
      cells.push(cell);
      for (let at = column; at < column + columnSpan; at++) covering[at] = { cell, left: rowSpan };
      column += columnSpan;
    }
    for (const each of covering) if (each && each.left > 0) each.left--;
    const header = head || (tds.length > 1 && tds.every((td) => td.tagName === 'th'));
    if (cells.length > 0 || rows.length > 0) rows.push({ cells, header, page: null });
  });
  if (context.furniture) return [...before, ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.content))];
  const columns = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)));
  const result: DraftTable = { kind: 'table', columns, rows, ruled: true };
  return columns === 0 ? before : [...before, result];
}

function rowsOf(node: HtmlElement, head: boolean): { tr: HtmlElement; head: boolean }[] {
  return elementsOf(node).flatMap((each) => {
    if (isHidden(each)) return [];
    if (each.tagName === 'tr') return [{ tr: each, head }];
    if (each.tagName === 'thead') return rowsOf(each, true);
    return each.tagName === 'tbody' || each.tagName === 'tfoot' ? rowsOf(each, false) : [];
  });
}

function span(td: HtmlElement, name: string, most: number): number {
  const number = Number(attribute(td, name) ?? 1);
  return Number.isInteger(number) ? Math.max(1, Math.min(number, most)) : 1;
}
