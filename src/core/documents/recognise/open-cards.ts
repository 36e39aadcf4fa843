import { fold, squash } from '#core/kernel/text.ts';
import type { Cell, Table } from '../block.ts';
import { fieldOfHeader } from './column-field.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import { lineOf } from './flow.ts';
import { flatText, gridOf } from './grid.ts';
import type { GridRow } from './grid.ts';
import { use } from './recognition.ts';
import type { Recognition } from './recognition.ts';

/**
 * A plan that gives each criterion a small table of names and values, "Điểm yếu | …", "Biện pháp | …", perhaps two pairs on a row
 * ("Chủ trì | … | Phối hợp | …"): its pairs become lines that name their facts, as they stand in running text.
 */
export function openCards(state: Recognition): void {
  state.flow = state.flow.flatMap((part, index, flow) => {
    if (part.kind === 'line' && isCardName(part, flow[index + 1])) {
      use(state, part.paragraphs, 'item-group');
      return [];
    }
    return part.kind === 'table' && isCard(part.table) ? gridOf(part.table).rows.flatMap(linesOfFacts) : [part];
  });
}

const COUNTED =
  /^(\d{1,2}\s*[.)]\s*)?(phieu|bang|bieu|mau|van de( uu tien)?|noi dung( cai tien)?|nhiem vu)( so| thu)? (\d{1,2}|[ivx]+|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\s*[.:]?$/;

/** "Phiếu số 2", "2. Vấn đề ưu tiên thứ hai" above a card only count it. */
function isCardName(line: FlowLine, below: FlowPart | undefined): boolean {
  return below?.kind === 'table' && COUNTED.test(fold(line.text)) && isCard(below.table);
}

/** A card has at most two pairs on a row. */
const MOST_COLUMNS = 4;

function isCard(table: Table): boolean {
  if (table.columns < 2 || table.columns > MOST_COLUMNS || table.rows.length < 3) return false;
  const rows = gridOf(table).rows.filter(({ row }) => row.cells.some((cell) => cell.paragraphs.length > 0));
  if (table.columns > 2 && !rows.every(({ row, fromAbove }) => row.cells.length % 2 === 0 && fromAbove.size === 0))
    return false;
  const names = rows.flatMap((row) => pairsOf(row).map(([name]) => name));
  const fields = names.map((name) => fieldOfHeader(flatText(name))).filter((field) => field !== null);
  const distinct = new Set(fields);
  return (
    fields.length >= names.length * 0.75 &&
    distinct.size >= 3 &&
    distinct.size === fields.length &&
    distinct.has('action') &&
    (distinct.has('time') || distinct.has('leads') || distinct.has('owners'))
  );
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
