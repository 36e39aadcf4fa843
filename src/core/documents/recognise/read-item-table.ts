import { fold, lines } from '#core/kernel/text.ts';
import type { Cell, Paragraph } from '../block.ts';
import { cellText } from '../block.ts';
import type { ColumnField } from './column-field.ts';
import type { Context } from './context-row.ts';
import { enter, groupCell, namesGroup, timeOfGroup } from './context-row.ts';
import type { Grid, GridRow } from './grid.ts';
import { flatText, paragraphsOfRow, textOf } from './grid.ts';
import type { ItemDraft } from './item-draft.ts';
import { append, startsInside } from './item-draft.ts';
import { factsOfCell } from './mixed-cell.ts';
import { tickedLevels } from './level-mark.ts';
import { markedMonths } from './marked-months.ts';
import { criterionInSentence, enterNamed } from './named-criterion.ts';
import type { Columns } from './table-header.ts';
import { repeatsHeader } from './table-header.ts';

/** What a plan table gave: rows as drafts, the context that its last row leaves to the next table, and what was no item. */
export interface TableReading {
  drafts: ItemDraft[];
  context: Context;
  /** The context that group rows and headings gave, without what rows left. */
  group: Context;
  headers: Paragraph[];
  repeatedHeaders: Paragraph[];
  groups: Paragraph[];
  /** The numbers of the TT column. */
  columnNumbers: { text: string; paragraph: Paragraph }[];
}

/**
 * Reads the rows of a plan table. Group rows (MỨC, tiêu chuẩn, tiêu chí alone) set the context of the rows below; merged cells
 * count for each row that they cover; a row that only continues sentences of the row above is joined to it, also when that row
 * stands in the table before (`previous`).
 */
export function readItemTable(
  grid: Grid,
  columns: Columns,
  start: Context,
  previous: ItemDraft | null = null,
): TableReading {
  const reading: TableReading = {
    drafts: [],
    context: start,
    group: start,
    headers: [],
    repeatedHeaders: [],
    groups: [],
    columnNumbers: [],
  };
  for (const row of grid.rows) {
    const last = reading.drafts.at(-1) ?? previous;
    if (row.ownCells.length === 0) continue;
    if (columns.headerRows.includes(row.index)) reading.headers.push(...paragraphsOfRow(row));
    else if (repeatsHeader(row, columns)) reading.repeatedHeaders.push(...paragraphsOfRow(row));
    else if (!isTotal(row) && !takeGroup(reading, row, columns)) takeRow(reading, row, columns, last);
  }
  return reading;
}

/** "Tổng cộng | | | 45.000.000": the sum of a column is no row of the plan; it stays unread. */
function isTotal(row: GridRow): boolean {
  const [first, ...rest] = row.ownCells;
  return (
    first !== undefined &&
    rest.length <= 2 &&
    /^(tong( cong| so| kinh phi| chi phi| du toan)?|cong)( kinh phi)?\s*:?(\s*\d.*)?$/.test(fold(flatText(first)))
  );
}

function takeGroup(reading: TableReading, row: GridRow, columns: Columns): boolean {
  const cell = groupCell(row, columns.fields);
  if (cell === null) return false;
  const wide = cell.columnSpan > 1;
  const context =
    enter(reading.context, flatText(cell), columns.fields[cell.column] === 'criterion' || wide) ??
    (wide ? enterNamed(reading.context, flatText(cell)) : null) ??
    enterTime(reading.context, flatText(cell), columns);
  if (context === null) {
    if (cell.columnSpan < Math.max(2, columns.fields.length * 0.6) && !namesGroup(row, columns.fields)) return false;
    // The words of a group that names no criterion stay unread; what rows above it left does not reach below it.
    reading.context = reading.group;
    return true;
  }
  reading.context = context;
  reading.group = context;
  reading.groups.push(...paragraphsOfRow(row));
  collectNumber(reading, row, columns);
  return true;
}

/** Rows grouped by month, in a table without a column for the time. */
function enterTime(context: Context, text: string, { fields }: Columns): Context | null {
  if (fields.some((field) => field === 'month' || field === 'mixed' || (field !== null && isTime(field)))) return null;
  const time = timeOfGroup(text);
  return time === null ? null : { ...context, time };
}

function takeRow(reading: TableReading, row: GridRow, columns: Columns, last: ItemDraft | null): void {
  const texts = textsOf(row, columns);
  const paragraphs = paragraphsOfRow(row);
  collectNumber(reading, row, columns);
  if (last !== null && continuesRow(row, columns.fields, texts.own)) {
    for (const [field, text] of texts.own) append(last, field, text);
    last.paragraphs.push(...paragraphs);
    return;
  }
  const draft: ItemDraft = {
    context: contextOfRow(reading, texts.own),
    texts: { ...(reading.group.time ? { time: reading.group.time } : {}), ...Object.fromEntries(texts.all) },
    narrative: false,
    moneyUnit: columns.moneyUnit ?? 1,
    place: paragraphs[0]?.place ?? null,
    paragraphs,
  };
  reading.context = contextAfter(reading.context, draft, columns);
  reading.drafts.push(draft);
}

/**
 * A row that names its criterion leaves it to rows below that leave the cell blank, as sheets do; in a table with numbers also when
 * it is named inside the need, for the rows without a number of their own.
 */
function contextAfter(context: Context, { texts }: ItemDraft, { fields }: Columns): Context {
  const named = texts.criterion;
  if (named !== undefined && named !== '') return enter(context, named, true) ?? context;
  const inNeed = fields.includes('number') ? criterionInSentence(texts.need ?? '', false) : null;
  return inNeed === null
    ? context
    : { ...context, standard: inNeed.split('.')[0]!, criterion: inNeed, criterionText: null };
}

/**
 * A row with a number of its own stands for itself: only groups above it say its criterion; and its standard too when its own cell
 * names something that could not be read.
 */
function contextOfRow({ context, group }: TableReading, own: Map<ColumnField, string>): Context {
  if (!own.has('number')) return context;
  const named = own.get('criterion') ?? '';
  const unclear = named !== '' && enter(context, named, true) === null;
  return { ...(unclear ? group : context), criterion: group.criterion, criterionText: group.criterionText };
}

interface RowTexts {
  all: Map<ColumnField, string>;
  /** Without cells that begin in a row above. */
  own: Map<ColumnField, string>;
}

function textsOf(row: GridRow, { fields, months, levels, names }: Columns): RowTexts {
  const all = new Map<ColumnField, string>();
  const own = new Map<ColumnField, string>();
  const seen = new Set<Cell>();
  for (const [column, field] of fields.entries()) {
    const cell = row.cells[column] ?? null;
    if (field === 'month' || field === 'levelMark' || cell === null || seen.has(cell)) continue;
    seen.add(cell);
    if (field === null) {
      const text = row.fromAbove.has(column) ? '' : unnamed(textOf(cell), names?.[column]);
      if (text !== '') for (const texts of [all, own]) texts.set('note', joined(texts.get('note'), text));
      continue;
    }
    const text = isTime(field) ? lines(cellText(cell)).join('\n') : textOf(cell);
    if (text === '') continue;
    if (field === 'mixed') {
      for (const fact of factsOfCell(text)) {
        all.set(fact.field, joined(all.get(fact.field), fact.text));
        if (!row.fromAbove.has(column)) own.set(fact.field, joined(own.get(fact.field), fact.text));
      }
      continue;
    }
    const target = wholeRange(cell, field, fields);
    all.set(target, joined(all.get(target), text));
    if (!row.fromAbove.has(column)) own.set(target, joined(own.get(target), text));
  }
  const marked = months === undefined ? '' : markedMonths(row, months);
  if (marked !== '') for (const texts of [all, own]) texts.set('time', joined(texts.get('time'), marked));
  const ticks = tickedLevels(row, levels ?? []);
  for (const texts of [all, own]) {
    if (ticks.levels.length > 0) texts.set('level', joined(texts.get('level'), `Mức ${ticks.levels.join(', ')}`));
    for (const words of ticks.words) texts.set('note', joined(texts.get('note'), words));
  }
  return { all, own };
}

/** What stands in a column whose name is not known is kept in the note, behind that name; a lone number without one says nothing. */
function unnamed(text: string, name: string | undefined): string {
  if (name === undefined || name === '') return /^\d{0,3}$/.test(text) ? '' : text;
  return text === '' ? '' : `${name}: ${text}`;
}

function isTime(field: ColumnField): boolean {
  return field === 'time' || field === 'timeStart' || field === 'timeEnd';
}

/** A cell merged over start and end says the whole time. */
function wholeRange(cell: Cell, field: ColumnField, fields: (ColumnField | null)[]): ColumnField {
  return field === 'timeStart' && cell.columnSpan > 1 && fields[cell.column + 1] === 'timeEnd' ? 'time' : field;
}

function joined(before: string | undefined, text: string): string {
  return before === undefined || before === '' ? text : `${before}\n${text}`;
}

const SENTENCES = new Set<ColumnField>([
  'criterion',
  'need',
  'expectedResult',
  'action',
  'support',
  'expectedEvidence',
  'cause',
  'currentState',
  'resultIndicator',
  'note',
]);

/**
 * Whether a row is the rest of the row above: it has no number, its texts begin inside a sentence, and it fills few cells; or
 * its action cell belongs to the row above.
 */
function continuesRow(row: GridRow, fields: (ColumnField | null)[], own: Map<ColumnField, string>): boolean {
  if (own.has('number') || own.size === 0) return false;
  const actionColumn = fields.indexOf('action');
  if (actionColumn >= 0 && row.fromAbove.has(actionColumn)) return true;
  // "Tiêu chuẩn" / "5": a number alone tells nothing.
  const sentences = [...own].filter(([field, text]) => SENTENCES.has(field) && /\p{L}/u.test(text));
  const [first] = sentences;
  if (first !== undefined) return startsInside(first[1]) && !standsAlone(own);
  return row.fromAbove.size === 0 && own.size <= 2 && !own.has('time') && !own.has('timeStart');
}

/** A time and a person of its own, both from their beginning: such a row is whole, however its sentence begins. */
function standsAlone(own: Map<ColumnField, string>): boolean {
  const time = own.get('time') ?? own.get('timeStart');
  const people = own.get('owners') ?? own.get('leads');
  return [time, people].every((text) => text !== undefined && /^[\p{Lu}\d]/u.test(text));
}

function collectNumber(reading: TableReading, row: GridRow, columns: Columns): void {
  const cell = row.cells[columns.fields.indexOf('number')] ?? null;
  const paragraph = cell?.paragraphs[0];
  if (paragraph === undefined || row.fromAbove.has(columns.fields.indexOf('number'))) return;
  const text = flatText(cell);
  if (/^[\divxIVX]+[.)]?$/.test(text)) reading.columnNumbers.push({ text, paragraph });
}
