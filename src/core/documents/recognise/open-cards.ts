import { fold, squash } from '#core/kernel/text.ts';
import type { Table } from '../block.ts';
import { fieldOfHeader } from './column-field.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import { lineOf } from './flow.ts';
import { flatText, gridOf } from './grid.ts';
import type { GridRow } from './grid.ts';
import type { Recognition } from './recognition.ts';

/**
 * A plan that gives each criterion a small table of two columns, "Điểm yếu | …", "Biện pháp | …", "Thời gian | …": its rows become
 * lines that name their facts, as they stand in running text.
 */
export function openCards(state: Recognition): void {
  state.flow = state.flow.flatMap((part) =>
    part.kind === 'table' && isCard(part.table) ? gridOf(part.table).rows.flatMap(linesOfFact) : [part],
  );
}

function isCard(table: Table): boolean {
  if (table.columns !== 2 || table.rows.length < 3) return false;
  const rows = gridOf(table).rows.filter(({ row }) => row.cells.some((cell) => cell.paragraphs.length > 0));
  const fields = rows.map((row) => fieldOfHeader(flatText(row.cells[0] ?? null))).filter((field) => field !== null);
  const distinct = new Set(fields);
  return (
    fields.length >= rows.length * 0.75 &&
    distinct.size >= 3 &&
    distinct.size === fields.length &&
    distinct.has('action') &&
    (distinct.has('time') || distinct.has('leads') || distinct.has('owners'))
  );
}

function linesOfFact(row: GridRow): FlowPart[] {
  const [label, value] = [row.cells[0] ?? null, row.cells[1] ?? null];
  if (label === null || value === null || label === value || label.paragraphs.length === 0)
    return row.row.cells.flatMap((cell) => cell.paragraphs.map(lineOf));
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
