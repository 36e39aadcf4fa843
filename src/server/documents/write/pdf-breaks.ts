import { cellStarts } from '#core/documents/layout/cell-starts.ts';
import {
  CELL_PADDING,
  type PrintBlock,
  type PrintModel,
  type PrintRow,
  type PrintTable,
  TABLE_SIZE,
  TEXT_WIDTH,
} from '#core/documents/layout/print-model.ts';
import { boundParagraphs, isWholeCell, withSoftBreaks } from '#core/documents/layout/row-breaks.ts';

/** Body text, in points. */
const BODY = 14;
const INDENT = 12.7;

/**
 * The model with what Typst cannot find by itself and a word processor can: places to break in words that are wider than their
 * column, and single lines bound to their neighbours in rows that may break over a page.
 */
export function withBreaks(model: PrintModel): PrintModel {
  const soft = (text: string) => withSoftBreaks(text, TEXT_WIDTH.portrait - INDENT, BODY, true);
  const { closing } = model;
  return {
    ...model,
    title: model.title.map(soft),
    parts: model.parts.map((part) => ({ ...part, blocks: part.blocks.map((block) => blockOf(block, soft)) })),
    closing: closing && {
      recipients: closing.recipients.map((line) => withSoftBreaks(line, 70, 11)),
      roles: closing.roles.map((line) => withSoftBreaks(line, 80, BODY, true)),
      name: closing.name && withSoftBreaks(closing.name, 80, BODY, true),
    },
  };
}

function blockOf(block: PrintBlock, soft: (text: string) => string): PrintBlock {
  if (block.kind === 'table') return tableOf(block);
  return block.kind === 'blank' ? block : { ...block, text: soft(block.text) };
}

function tableOf(table: PrintTable): PrintTable {
  const all = [...table.header, ...table.rows];
  const starts = cellStarts(all, table.widths.length);
  const rows = all.map((row, index) => rowOf(row, starts[index]!, table.widths));
  return { ...table, header: rows.slice(0, table.header.length), rows: rows.slice(table.header.length) };
}

function rowOf(row: PrintRow, starts: readonly number[], widths: readonly number[]): PrintRow {
  const cells = row.cells.map((cell, index) => {
    const start = starts[index]!;
    const width = widths.slice(start, start + cell.columnSpan).reduce((sum, each) => sum + each, 0);
    const whole = !row.keep && isWholeCell(cell.paragraphs, width);
    const paragraphs = row.keep || whole ? cell.paragraphs : boundParagraphs(cell.paragraphs, width);
    const room = Math.max(4, width - CELL_PADDING);
    return { ...cell, whole, paragraphs: paragraphs.map((text) => withSoftBreaks(text, room, TABLE_SIZE, cell.bold)) };
  });
  return { ...row, cells };
}
