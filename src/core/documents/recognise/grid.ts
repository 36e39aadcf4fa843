import { lines, oneLine } from '#core/kernel/text.ts';
import type { Cell, Paragraph, Row, Table } from '../block.ts';
import { cellText } from '../block.ts';
import { labelOf } from './label.ts';

/** A table as a grid in which a merged cell stands in every position that it covers. */
export interface Grid {
  columns: number;
  rows: GridRow[];
}

export interface GridRow {
  row: Row;
  /** Order in the table as given, from 0. */
  index: number;
  /** The cell that covers each column; null where the source has none. */
  cells: (Cell | null)[];
  /** The cells that begin in this row and hold text, each once. */
  ownCells: readonly Cell[];
  /** Columns whose cell begins in a row above. */
  fromAbove: Set<number>;
}

export function gridOf(table: Table): Grid {
  const columns = Math.max(
    table.columns,
    ...table.rows.flatMap((row) => row.cells.map((c) => c.column + c.columnSpan)),
  );
  const open: (null | { cell: Cell; left: number })[] = Array.from({ length: columns }, () => null);
  const rows = table.rows.map((row, index) => {
    const cells = new Array<Cell | null>(columns).fill(null);
    const fromAbove = new Set<number>();
    for (let column = 0; column < columns; column += 1) {
      const covering = open[column] ?? null;
      if (covering === null || covering.left === 0) continue;
      cells[column] = covering.cell;
      fromAbove.add(column);
      covering.left -= 1;
    }
    for (const cell of row.cells) {
      for (let column = cell.column; column < Math.min(columns, cell.column + cell.columnSpan); column += 1) {
        cells[column] = cell;
        fromAbove.delete(column);
        open[column] = { cell, left: cell.rowSpan - 1 };
      }
    }
    return { row, index, cells, ownCells: row.cells.filter(holdsText), fromAbove };
  });
  return { columns, rows };
}

function holdsText(cell: Cell): boolean {
  return cell.paragraphs.some(({ text, label }) => label !== null || text.trim() !== '');
}

/** Text of a cell as people see it: labels of the source in front, lines apart, lines that a narrow column broke joined again. */
export function textOf(cell: Cell | null): string {
  return cell === null ? '' : mendLines(cellText(cell));
}

/** One line of text, for headers, names and numbers. */
export function flatText(cell: Cell | null): string {
  return cell === null ? '' : oneLine(cellText(cell));
}

export function paragraphsOfRow(row: GridRow): Paragraph[] {
  return row.row.cells.flatMap((cell) => cell.paragraphs);
}

const SENTENCE_END = /[.;:?!…”"]$/u;
const CONTINUES = /^[\p{Ll}\d(]/u;

/**
 * Joins lines that were broken inside a sentence: a line that begins in lower case continues a line that ends without a full
 * stop. Bullets and labels begin a line of their own.
 */
export function mendLines(text: string): string {
  const typed = lines(text);
  if (typed.length < 2) return typed[0] ?? '';
  const mended: string[] = [];
  for (const line of typed) {
    const last = mended.at(-1);
    const continues =
      last !== undefined &&
      CONTINUES.test(line) &&
      !SENTENCE_END.test(last) &&
      (!/^\d/.test(line) || /(?:tháng|năm|ngày|[-–/,(])$/iu.test(last)) &&
      labelOf({ text: line, label: null }) === null;
    if (continues) mended[mended.length - 1] = `${last} ${line}`;
    else mended.push(line);
  }
  return mended.join('\n');
}
