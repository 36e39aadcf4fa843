import { richText } from './read-xlsx.ts';
import { showNumber } from './xlsx-value.ts';
import { child, elements, textOf, type XmlNode } from './xml-tree.ts';

export interface SheetCell {
  /** Both from 0. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

export interface SheetContext {
  strings: readonly string[];
  formats: readonly string[];
  date1904: boolean;
}

/** Cells farther out than this are strays of a careless paste. */
const MOST_COLUMNS = 200;

/** The cells of a sheet that hold text, row by row; of merged cells the first one, with its spans. */
export function readSheet(root: XmlNode, context: SheetContext): SheetCell[] {
  const merges = new Map<string, { rowSpan: number; columnSpan: number }>();
  for (const node of elements(child(root, 'mergeCells'), 'mergeCell')) {
    const [from, to] = (node.attributes['ref'] ?? '').split(':').map(position);
    if (from && to)
      merges.set(`${from.row}/${from.column}`, {
        rowSpan: to.row - from.row + 1,
        columnSpan: to.column - from.column + 1,
      });
  }
  const cells: SheetCell[] = [];
  let row = -1;
  for (const node of elements(child(root, 'sheetData'), 'row')) {
    row = Number(node.attributes['r'] ?? row + 2) - 1;
    let column = -1;
    for (const each of elements(node, 'c')) {
      const at = each.attributes['r'] ? position(each.attributes['r']) : null;
      column = at?.column ?? column + 1;
      const merge = merges.get(`${row}/${column}`);
      const text = cellText(each, context);
      if (column < MOST_COLUMNS && (text.trim() !== '' || merge))
        cells.push({ row, column, rowSpan: 1, columnSpan: 1, ...merge, text });
    }
  }
  return cells;
}

function cellText(node: XmlNode, { strings, formats, date1904 }: SheetContext): string {
  const raw = child(node, 'v');
  const value = raw ? textOf(raw) : '';
  switch (node.attributes['t']) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return richText(child(node, 'is') ?? node);
    case 'str':
    case 'd':
      return value;
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    default:
      return value === '' ? '' : showNumber(value, formats[Number(node.attributes['s'] ?? 0)] ?? 'General', date1904);
  }
}

/** "BC12" -> row 11, column 54. */
export function position(reference: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}
