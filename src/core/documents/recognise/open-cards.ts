import { fold, squash } from '#core/kernel/text.ts';
import type { Cell, Paragraph, Table } from '../block.ts';
import type { ColumnField } from './column-field.ts';
import { fieldOfHeader } from './column-field.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import { lineOf } from './flow.ts';
import { flatText, gridOf, paragraphsOfRow } from './grid.ts';
import type { GridRow } from './grid.ts';
import { use } from './recognition.ts';
import type { Recognition } from './recognition.ts';

/**
 * A plan that gives each criterion a small table of names and values, "Điểm yếu | …", "Biện pháp | …", perhaps two pairs on a row
 * ("Chủ trì | … | Phối hợp | …"): its pairs become lines that name their facts, as they stand in running text.
 */
export function openCards(state: Recognition): void {
  let open: ReadonlySet<ColumnField> | null = null;
  state.flow = state.flow.flatMap((part, index, flow) => {
    if (part.kind === 'line') {
      open = null;
      if (!isCardName(part, flow[index + 1])) return [part];
      use(state, part.paragraphs, 'item-group');
      return [];
    }
    const rows = rowsOf(part.table);
    const turned = turnedTable(part.table, rows);
    if (turned) use(state, turned.head, 'table-header');
    if (turned) return turned.lines;
    const cards: GridRow[][] | null =
      open !== null && isRest(rows, open) ? [rows] : cardsOf(part.table, rows, flow[index + 1]);
    open = cards === null ? null : new Set([...(cards.length === 1 ? (open ?? []) : []), ...fieldsOf(cards.at(-1)!)]);
    return cards === null ? [part] : cards.flat().flatMap(linesOfFacts);
  });
}

/**
 * A table that stands on its side: names down its first column, an item in each other one, perhaps below "Vấn đề 1 | Vấn đề 2". Null
 * for any other table.
 */
function turnedTable({ columns }: Table, rows: readonly GridRow[]): { head: Paragraph[]; lines: FlowPart[] } | null {
  const isEven = rows.every(({ row, fromAbove }) => row.cells.length === columns && fromAbove.size === 0);
  if (!isEven || columns < 3 || columns > MOST_ITEMS + 1) return null;
  const fieldOf = (row: GridRow) => fieldOfHeader(flatText(row.cells[0] ?? null));
  const named = rows.filter((row) => fieldOf(row) !== null && fieldOf(row) !== 'number');
  const heads = rows.filter((row) => !named.includes(row));
  const fields = new Set(named.map(fieldOf));
  const values = named.flatMap(({ row }) => row.cells.slice(1).map((cell) => flatText(cell)));
  const plans = fields.has('action') && (fields.has('time') || fields.has('leads') || fields.has('owners'));
  if (!plans || fields.size < 4 || fields.size < named.length || heads.length > 1) return null;
  if (
    heads.some((row) => row !== rows[0]) ||
    values.filter((text) => fieldOfHeader(text) !== null).length > values.length / 3
  )
    return null;
  const lines = Array.from({ length: columns - 1 }, (_, at) =>
    named.flatMap(({ row }) => linesOfFact(row.cells[0]!, row.cells[at + 1]!)),
  );
  return { head: heads.flatMap(paragraphsOfRow), lines: lines.flat() };
}

/** Beside each other on one page. */
const MOST_ITEMS = 6;

const COUNTED =
  /^(\d{1,2}\s*[.)]\s*)?(phieu|bang|bieu|mau|van de( uu tien)?|noi dung( cai tien)?|nhiem vu)( so| thu)? (\d{1,2}|[ivx]+|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\s*[.:]?$/;

/** "Phiếu số 2", "2. Vấn đề ưu tiên thứ hai" above a card only count it. */
function isCardName(line: FlowLine, below: FlowPart | undefined): boolean {
  return below?.kind === 'table' && COUNTED.test(fold(line.text)) && isCard(below.table);
}

/** A card has at most two pairs on a row. */
const MOST_COLUMNS = 4;

function isCard(table: Table): boolean {
  return cardsOf(table, rowsOf(table)) !== null;
}

function rowsOf(table: Table): GridRow[] {
  return gridOf(table).rows.filter(({ row }) => row.cells.some((cell) => cell.paragraphs.length > 0));
}

/**
 * The cards of a table by their rows; several where its names begin anew. Null for any other table. What a page break cut off the last
 * one may stand `below`.
 */
function cardsOf(table: Table, rows: GridRow[], below?: FlowPart): GridRow[][] | null {
  if (table.columns < 2 || table.columns > MOST_COLUMNS || rows.length < 3) return null;
  if (table.columns > 2 && !rows.every((row) => isTitle(row) || isOfPairs(row))) return null;
  const cards: GridRow[][] = [];
  for (const row of rows) {
    const open = cards.at(-1);
    const anew = open !== undefined && open.some((each) => !isTitle(each)) && (isTitle(row) || beginsAs(open, row));
    if (open === undefined || anew) cards.push([row]);
    else open.push(row);
  }
  const rest = below?.kind === 'table' ? rowsOf(below.table) : [];
  const cut = rest.length > 0 && isRest(rest, new Set(fieldsOf(cards.at(-1)!))) ? rest : [];
  return cards.every((card, index) => isWhole(index === cards.length - 1 ? [...card, ...cut] : card)) ? cards : null;
}

function isOfPairs({ row, fromAbove }: GridRow): boolean {
  return row.cells.length % 2 === 0 && fromAbove.size === 0;
}

/** "Tiêu chí 3.2: Phòng học" over the whole width of a table of cards. */
function isTitle({ ownCells }: GridRow): boolean {
  const [only] = ownCells;
  return ownCells.length === 1 && fieldOfHeader(flatText(only!)) === null;
}

function beginsAs(open: readonly GridRow[], row: GridRow): boolean {
  const first = open.find((each) => !isTitle(each));
  return first !== undefined && fieldsOf([first])[0] === fieldsOf([row])[0];
}

function fieldsOf(rows: readonly GridRow[]): ColumnField[] {
  return namesIn(rows).flatMap((name) => fieldOfHeader(name) ?? []);
}

function namesIn(rows: readonly GridRow[]): string[] {
  return rows.filter((row) => !isTitle(row)).flatMap((row) => pairsOf(row).map(([name]) => flatText(name)));
}

function isWhole(rows: readonly GridRow[]): boolean {
  const fields = fieldsOf(rows);
  const distinct = new Set(fields);
  return (
    fields.length >= namesIn(rows).length * 0.75 &&
    distinct.size >= 3 &&
    distinct.size === fields.length &&
    distinct.has('action') &&
    (distinct.has('time') || distinct.has('leads') || distinct.has('owners'))
  );
}

/** What a page break cut off the card above: facts that it does not name yet. */
function isRest(rows: readonly GridRow[], above: ReadonlySet<ColumnField>): boolean {
  const fields = fieldsOf(rows);
  return fields.length > 0 && fields.length === namesIn(rows).length && !fields.some((field) => above.has(field));
}

/** Name and value, name and value. */
function pairsOf(row: GridRow): [Cell | null, Cell | null][] {
  const cells = row.cells.filter((cell, column) => cell !== row.cells[column - 1]);
  return Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => [
    cells[2 * at] ?? null,
    cells[2 * at + 1] ?? null,
  ]);
}

function linesOfFacts(row: GridRow): FlowPart[] {
  if (isTitle(row)) return row.ownCells[0]!.paragraphs.map(lineOf);
  return pairsOf(row).flatMap(([name, value]) => linesOfFact(name, value));
}

function linesOfFact(label: Cell | null, value: Cell | null): FlowPart[] {
  if (label === null || value === null || label.paragraphs.length === 0)
    return [label, value].flatMap((cell) => cell?.paragraphs.map(lineOf) ?? []);
  const name = squash(flatText(label)).replace(/[.:]+$/, '');
  const [first, ...rest] = value.paragraphs.map(lineOf);
  if (first === undefined) return label.paragraphs.map(lineOf);
  const isHead = /^tieu chi$/.test(fold(name));
  const text = isHead ? headOf(first.text) : `${name}: ${labelled(first)}`;
  return [{ ...first, text, label: null, paragraphs: [...label.paragraphs, ...first.paragraphs] }, ...rest];
}

function headOf(text: string): string {
  return /^tieu chi/.test(fold(text)) ? text : `Tiêu chí ${text}`;
}

/** The first bullet of a list stays one: "Biện pháp:" stands above it. */
function labelled(line: FlowLine): string {
  return line.label === null ? line.text : `${line.label} ${line.text}`;
}
