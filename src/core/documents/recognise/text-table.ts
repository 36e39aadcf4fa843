import { fold } from '#core/kernel/text.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import type { ColumnField } from './column-field.ts';
import { fieldOfHeader, itemFieldsOf } from './column-field.ts';
import type { Context } from './context-row.ts';
import { NO_CONTEXT, criterionIn, enter, levelsIn, standardIn } from './context-row.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import { mendLines } from './grid.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelOf } from './label.ts';
import { mendTornTail } from './torn-tail.ts';
import type { Recognition } from './recognition.ts';
import { furniture, isFree, use } from './recognition.ts';
import { columnsOfLines } from './text-columns.ts';

/** The nine-column form of 2018 with its start and end apart, for tables whose header was lost with their lines. */
const USUAL: ColumnField[] = [
  'number',
  'criterion',
  'expectedResult',
  'action',
  'owners',
  'timeStart',
  'timeEnd',
  'budget',
  'support',
  'note',
];

interface Shape {
  fields: ColumnField[];
  /** Index in the flow of the first line below the header. */
  start: number;
  header: FlowLine[];
}

/**
 * A plan table that lost its grid: each cell, row by row, on lines of its own, as text copied from a page has them. The header
 * words give the columns; numbers or criteria begin the rows; within a row each line goes to the column that it looks like.
 */
export function readTextTables(state: Recognition): ItemDraft[] {
  const shape = withHeader(state) ?? withoutHeader(state);
  if (shape === null) return [];
  const rows = rowsOf(state, shape);
  if (rows.drafts.length < 2) return [];
  use(
    state,
    shape.header.flatMap((line) => line.paragraphs),
    'table-header',
  );
  use(
    state,
    rows.groups.flatMap((line) => line.paragraphs),
    'item-group',
  );
  furniture(
    state,
    rows.headers.flatMap((line) => line.paragraphs),
    'repeated-header',
  );
  for (const draft of rows.drafts) use(state, draft.paragraphs, 'item');
  for (const line of rows.parts) state.itemParts.add(line);
  if (rows.numbers.length > 0) {
    state.tableNumbers.push({
      table: 1,
      numbers: rows.numbers.map((line) => ({ text: labelOf(line)?.name ?? line.text, place: line.place })),
    });
  }
  const filled = new Set(rows.drafts.flatMap(({ texts }) => Object.keys(texts) as ColumnField[]));
  const said = shape.header.length > 0 ? shape.fields : shape.fields.filter((field) => filled.has(field));
  for (const field of said.flatMap(itemFieldsOf))
    if (!state.plan.itemFields.includes(field)) state.plan.itemFields.push(field);
  return rows.drafts;
}

/** Whether the document names the columns of a plan table that lost its grid. */
export function holdsTextTable(state: Recognition): boolean {
  return withHeader(state) !== null;
}

function linesFrom(state: Recognition, start: number, most = Infinity): FlowLine[] {
  const lines: FlowLine[] = [];
  for (const part of state.flow.slice(start, Math.min(state.bodyEnd, start + most))) {
    if (part.kind === 'table' || !isFree(state, part.paragraphs)) break;
    lines.push(part);
  }
  return lines;
}

/** A run of at least three lines that are column names, the action and one other part of a plan row among them. */
function withHeader(state: Recognition): Shape | null {
  for (let index = state.bodyStart; index < state.bodyEnd; index += 1) {
    const header = headerRun(linesFrom(state, index, 14));
    if (header.length < 3) continue;
    const fields = header.map((line) => fieldOfHeader(line.text)!);
    if (
      fields.includes('action') &&
      fields.some((field) => field === 'time' || field === 'owners' || field === 'leads')
    ) {
      return { fields, start: index + header.length, header };
    }
  }
  return null;
}

/** Lines one below the other that each name another column. */
export function headerRun(lines: readonly FlowLine[]): FlowLine[] {
  const run: FlowLine[] = [];
  const seen = new Set<ColumnField>();
  for (const line of lines) {
    // A name has no value behind it, and no number: "Tiêu chí 1.5" is a row.
    const isName = line.text.length <= 60 && !/[.;:]$|:\s|\d\.\d/.test(line.text) && labelOf(line) === null;
    const field = isName ? fieldOfHeader(line.text) : null;
    if (field === null || seen.has(field)) break;
    seen.add(field);
    run.push(line);
  }
  return run;
}

/** Lines that only name criteria, each followed by more lines, a time among them: a table that never had a header. */
function withoutHeader(state: Recognition): Shape | null {
  const lines = state.flow.slice(state.bodyStart, state.bodyEnd);
  const starts = lines.flatMap((part, index) =>
    part.kind === 'line' && isFree(state, part.paragraphs) && isRowStart(part) ? [index] : [],
  );
  const rich = starts.filter((at) => looksLikeCells(lines.slice(at + 1, at + 16)));
  if (rich.length < 2) return null;
  let start = starts[0]!;
  while (start > 0 && isGroup(lines[start - 1]!)) start -= 1;
  return { fields: USUAL, start: state.bodyStart + start, header: [] };
}

/** "Tiêu chí 1.5" alone, or with its title. */
function isRowStart(line: FlowLine): boolean {
  return criterionIn(line.text) !== null && line.text.length < 40;
}

function looksLikeCells(parts: FlowPart[]): boolean {
  const texts = parts.flatMap((part) => (part.kind === 'line' ? [fold(part.text)] : []));
  const time = texts.some((text) => text.length < 40 && /^[- ]*(tu |den )?thang \d|^ca nam|^nam hoc/.test(text));
  return (
    time &&
    texts.some((text) => text.length < 40 && /^[- ]*(hieu truong|bgh|pho hieu truong|to |gv|giao vien)/.test(text))
  );
}

function isGroup(part: FlowPart): boolean {
  return (
    part.kind === 'line' &&
    (levelsIn(part.text) !== null || standardIn(part.text) !== null || /^\d{1,2}$/.test(part.text.trim()))
  );
}

interface TextRows {
  drafts: ItemDraft[];
  groups: FlowLine[];
  headers: FlowLine[];
  numbers: FlowLine[];
  parts: FlowLine[];
}

function rowsOf(state: Recognition, shape: Shape): TextRows {
  const rows: TextRows = { drafts: [], groups: [], headers: [], numbers: [], parts: [] };
  const byCriterion = shape.fields.includes('criterion');
  const lines = linesFrom(state, shape.start);
  let context: Context = NO_CONTEXT;
  let open: FlowLine[] = [];
  const close = () => {
    if (open.length > 0) rows.drafts.push(draftOf(open, shape.fields, context, state.knowledge.sets));
    open = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (endsTable(line)) break;
    rows.parts.push(line);
    const header = headerRun(lines.slice(index, index + shape.fields.length));
    const entered = enterGroup(context, line);
    if (header.length >= 3 && header.length >= shape.fields.length - 1) {
      close();
      rows.headers.push(...header);
      rows.parts.push(...header.slice(1));
      index += header.length - 1;
    } else if (entered !== null) {
      close();
      context = entered;
      rows.groups.push(line);
      if (/^\d{1,2}\s/.test(line.text.trim())) rows.numbers.push({ ...line, text: /^\d+/.exec(line.text.trim())![0] });
    } else if (isNumber(line, rows.numbers.at(-1), byCriterion, lines[index + 1])) {
      close();
      rows.numbers.push(line);
      if (byCriterion) rows.groups.push(line);
      else open.push(line);
    } else if (byCriterion && startsByCriterion(line)) {
      close();
      open.push(line);
    } else if (open.length > 0) open.push(line);
    else rows.parts.pop();
  }
  close();
  return rows;
}

function enterGroup(context: Context, line: FlowLine): Context | null {
  const text = line.text.replace(/^\d{1,2}\s+(?=\p{L})/u, '');
  if (criterionIn(text) !== null) return null;
  return text.length < 140 ? enter(context, text) : null;
}

/** The next number of the TT column, alone on its line; in a table by criteria it only stands before a standard. */
function isNumber(
  line: FlowLine,
  last: FlowLine | undefined,
  byCriterion: boolean,
  next: FlowLine | undefined,
): boolean {
  if (!/^\d{1,3}\.?$/.test(line.text.trim())) return false;
  if (byCriterion) return next !== undefined && (standardIn(next.text) !== null || BARE.test(next.text.trim()));
  return last === undefined || Number.parseInt(line.text, 10) > Number.parseInt(last.text, 10);
}

/** "1.3", alone in its cell. */
const BARE = /^\d\.\d{1,2}\.?$/;

function startsByCriterion(line: FlowLine): boolean {
  return criterionIn(line.text) !== null || BARE.test(line.text.trim());
}

/** A heading that only sections have. */
function endsTable(line: FlowLine): boolean {
  const label = labelOf(line);
  if (label === null) return false;
  if (label.kind !== 'roman' && label.kind !== 'upper' && label.kind !== 'part') return false;
  return levelsIn(line.text) === null && standardIn(line.text) === null && label.text.length > 3;
}

/** The lines of a row without its number; numbers among them are cells when there is one line for each column, else of pages. */
function cellsOf(lines: FlowLine[], fields: ColumnField[]): string[] {
  const texts = lines.map((line) => line.text);
  const isNumberAlone = (text: string) => /^\d{1,3}\.?$/.test(text.trim());
  const behind = isNumberAlone(texts[0] ?? '') ? texts.slice(1) : texts;
  const whole = behind.length === fields.filter((field) => field !== 'number').length;
  return whole ? behind : behind.filter((text) => text.trim() === '0' || !isNumberAlone(text));
}

function draftOf(lines: FlowLine[], fields: ColumnField[], context: Context, sets: readonly StandardSet[]): ItemDraft {
  const texts: ItemDraft['texts'] = {};
  for (const { field, text } of columnsOfLines(cellsOf(lines, fields), fields)) {
    texts[field] = texts[field] === undefined ? text : `${texts[field]}\n${text}`;
  }
  mendTornTail(texts, sets);
  for (const field of Object.keys(texts) as ColumnField[]) {
    if (!field.startsWith('time')) texts[field] = mendLines(texts[field]!);
  }
  return {
    context,
    texts,
    narrative: false,
    place: lines[0]?.place ?? null,
    paragraphs: lines.flatMap((line) => line.paragraphs),
  };
}
