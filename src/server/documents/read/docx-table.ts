import type { DraftCell, DraftRow, DraftTable } from '#core/documents/blocks-draft.ts';
import { isDeletedRow, isHeaderRow } from './docx-paragraph.ts';
import type { DocxWalk } from './docx-walk.ts';
import { child, elements, value, type XmlNode } from './xml-tree.ts';

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

const MOST_COLUMNS = 1000;

/** A `w:tbl` with its merged cells as spans over the grid. */
export function readTable(node: XmlNode, walk: DocxWalk): DraftTable {
  const rows: DraftRow[] = [];
  /** For each grid column, the cell that a vertical merge may continue. */
  let above: (DraftCell | undefined)[] = [];
  let columns = elements(child(node, 'w:tblGrid'), 'w:gridCol').length;
  for (const tr of unwrap(node, 'w:tr')) {
    const trPr = child(tr, 'w:trPr');
    if (isDeletedRow(trPr)) continue;
    const page = walk.page;
    const { cells, next, width } = readRow(tr, above, walk);
    above = next;
    columns = Math.max(columns, width);
    rows.push({ cells, header: isHeaderRow(trPr), page: firstPage(cells) ?? page });
  }
  return { kind: 'table', columns: usedColumns(rows, columns), rows, ruled: true };
}

function readRow(tr: XmlNode, above: readonly (DraftCell | undefined)[], walk: DocxWalk) {
  const cells: DraftCell[] = [];
  const next: (DraftCell | undefined)[] = [];
  let column = Math.min(clamp(value(tr, 'w:trPr', 'w:gridBefore'), 0), MOST_COLUMNS - 1);
  for (const tc of unwrap(tr, 'w:tc')) {
    const tcPr = child(tc, 'w:tcPr');
    const span = Math.min(clamp(value(tcPr, 'w:gridSpan'), 1), MOST_COLUMNS - column);
    const merged = mergeOf(tcPr, 'w:vMerge');
    const content = walk.blocks(tc);
    const previous = cells.at(-1);
    if (span < 1) {
      previous?.content.push(...content);
    } else if (mergeOf(tcPr, 'w:hMerge') === 'continue' && previous) {
      previous.columnSpan += span;
      previous.content.push(...content);
      next[column] = undefined;
    } else if (merged === 'continue' && above[column]) {
      const owner = above[column]!;
      owner.rowSpan++;
      owner.content.push(...content);
      next[column] = owner;
    } else {
      const cell = { column, columnSpan: span, rowSpan: 1, content };
      cells.push(cell);
      next[column] = merged ? cell : undefined;
    }
    column += span;
  }
  return { cells, next, width: column };
}

/** A number of columns as a file says it. Word knows 63 columns; nothing that a file claims may make a table as wide as it likes. */
function clamp(text: string | undefined, least: number): number {
  return Math.max(least, Math.min(MOST_COLUMNS, Math.trunc(Number(text ?? least)) || least));
}

/** A merge element without a value continues the merge. */
function mergeOf(tcPr: XmlNode | undefined, name: string): string | undefined {
  const merge = child(tcPr, name);
  return merge && (merge.attributes['w:val'] ?? 'continue');
}

/** Rows and cells may sit in content controls or tracked insertions. */
function unwrap(node: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  for (const each of node.children) {
    if (typeof each === 'string') continue;
    if (each.name === name) found.push(each);
    else if (WRAPPERS.has(each.name)) found.push(...unwrap(each, name));
  }
  return found;
}

function firstPage(cells: readonly DraftCell[]): number | null {
  const first = cells[0]?.content[0];
  return first?.kind === 'paragraph' ? first.page : null;
}

/** The grid may declare columns that no cell reaches. */
function usedColumns(rows: readonly DraftRow[], declared: number): number {
  const used = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)));
  return used || declared;
}
