import { fold } from '#core/kernel/text.ts';
import { findTimes } from '#core/plan/find-times.ts';
import type { SectionRole } from '#core/plan/plan-document.ts';
import type { ColumnField } from './column-field.ts';
import { fieldOfHeader } from './column-field.ts';
import { NO_CONTEXT, criterionIn, enter } from './context-row.ts';
import type { FlowLine, FlowTable } from './flow.ts';
import { headedTable } from './headed-table.ts';
import { OWNER, TIME, inferColumns } from './infer-columns.ts';
import { labelOf } from './label.ts';
import { labelledTexts } from './labelled-line.ts';
import type { Recognition } from './recognition.ts';
import { isFree } from './recognition.ts';
import { roleOfTitle } from './section-role.ts';
import { headerRun } from './text-table.ts';

/**
 * What looks like rows of a plan but became no items must not pass for text of a section that was understood: nobody would miss
 * it. Such lines and tables are set apart (`leftUnread`), so that they are listed as unread with their places. Where a plan gave no
 * item at all, one sign of a row is enough.
 */
export function leaveUnreadRows(state: Recognition): void {
  if (state.kind !== 'improvement-plan') return;
  const bare = state.items.length === 0;
  const read = new Set(state.items.flatMap(({ criterion }) => criterion ?? []));
  for (const region of regionsOf(state)) {
    if (region.role !== null && TOLD_IN_SENTENCES.has(region.role)) continue;
    if (bare) for (const table of region.tables) if (looksLikePlan(table)) state.leftUnread.add(table);
    for (const line of [...rowsIn(region.lines, bare), ...plansOf(region.lines, read)]) state.leftUnread.add(line);
  }
}

/** Sections that name people and times without planning: who watches when, who reports to whom. */
const TOLD_IN_SENTENCES = new Set<SectionRole>(['bases', 'organisation', 'monitoring', 'reporting']);

/** Lines and tables under one heading that nothing else interrupts. */
interface Region {
  role: SectionRole | null;
  lines: FlowLine[];
  tables: FlowTable[];
}

function regionsOf(state: Recognition): Region[] {
  const regions: Region[] = [{ role: null, lines: [], tables: [] }];
  for (const part of state.flow.slice(state.bodyStart, state.bodyEnd)) {
    const open = regions.at(-1)!;
    if (part.kind === 'table') {
      if (isFree(state, part.paragraphs)) open.tables.push(part);
    } else if (isHeading(part)) regions.push({ role: roleOfTitle(part.text), lines: [], tables: [] });
    else if (state.itemParts.has(part)) regions.push({ ...open, lines: [], tables: [] });
    else if (isFree(state, part.paragraphs)) open.lines.push(part);
  }
  return regions;
}

function isHeading(line: FlowLine): boolean {
  const kind = labelOf(line)?.kind;
  if (kind === 'roman' || kind === 'upper' || kind === 'part') return line.text.length <= 150;
  return line.text.length >= 10 && !/\p{Ll}/u.test(line.text) && /\p{Lu}{2}/u.test(line.text);
}

function looksLikePlan(part: FlowTable): boolean {
  const { grid, header } = headedTable(part.table);
  const fields = new Set((header ?? inferColumns(grid))?.fields ?? []);
  return fields.has('action') && [...TIMES, ...OWNERS].some((field) => fields.has(field));
}

const TIMES: readonly ColumnField[] = ['time', 'timeStart', 'timeEnd', 'month'];
const OWNERS: readonly ColumnField[] = ['owners', 'leads', 'collaborators'];

/** What a line says of a row of a plan. */
interface Signs {
  time: boolean;
  owner: boolean;
  /** A whole row, its cells set apart on one line. */
  row: boolean;
  /** Any fact of a row, by its name. */
  fact: boolean;
}

/** So many rows make a plan beside one that was read. */
const ROWS = 2;

/** The lines from the first sign of a row to the last one; none when they are too few. */
function rowsIn(lines: readonly FlowLine[], bare: boolean): readonly FlowLine[] {
  const header = lines.findIndex((_, index) => namesColumns(lines.slice(index, index + LONGEST_HEADER)));
  if (header >= 0) return lines.slice(header);
  const signs = lines.map((line) => signsOf(line, bare));
  const count = (what: keyof Signs) => signs.filter((each) => each[what]).length;
  const least = bare ? 1 : ROWS;
  if (count('row') < least && (count('time') < least || count('owner') < least)) return [];
  const isSign = (each: Signs) => each.time || each.owner || each.row || each.fact;
  const first = signs.findIndex(isSign);
  return lines.slice(rowStart(lines, first), signs.findLastIndex(isSign) + 1);
}

/**
 * "Tiêu chí 2.3: Nhân viên" with "Biện pháp: …" below it plans something for that criterion; beside rows of other criteria it is not
 * one of them for want of a time and of people.
 */
function plansOf(lines: readonly FlowLine[], read: ReadonlySet<string>): FlowLine[] {
  const found: FlowLine[] = [];
  for (const [index, line] of lines.entries()) {
    const criterion = criterionIn(line.text);
    if (criterion === null || read.has(criterion) || line.text.length > LONGEST_NAME) continue;
    const end = lines.findIndex((each, at) => at > index && enter(NO_CONTEXT, each.text) !== null);
    const group = lines.slice(index, end < 0 ? lines.length : end);
    const last = group.findLastIndex((each) => labelledTexts(each.text).some(({ field }) => field !== null));
    const planned = group.some((each) =>
      labelledTexts(each.text).some(({ field, text }) => field === 'action' && text !== ''),
    );
    if (planned) found.push(...group.slice(0, last + 1));
  }
  return found;
}

/** A row begins with its number or bullet, or with the short line that names it. */
function rowStart(lines: readonly FlowLine[], first: number): number {
  const above = lines[first - 1];
  return above !== undefined && labelOf(lines[first]!)?.kind !== 'arabic' && above.text.length <= LONGEST_NAME
    ? first - 1
    : first;
}

const LONGEST_NAME = 150;
const LONGEST_HEADER = 14;

function namesColumns(lines: readonly FlowLine[]): boolean {
  const fields = new Set(headerRun(lines).map(({ text }) => fieldOfHeader(text)));
  return fields.size >= 3 && fields.has('action') && [...TIMES, ...OWNERS].some((field) => fields.has(field));
}

/** Longest words of a cell that only says when or who. */
const LONGEST_CELL = 50;

function signsOf(line: FlowLine, bare: boolean): Signs {
  const text = line.label === null ? line.text : `${line.label} ${line.text}`;
  const cells = text.split(/\n|\s*\|\s*|\s*;\s+|\t| {3,}/).filter((cell) => cell.trim() !== '');
  const row = cells.length >= 3 && cells.some(isTime) && cells.some(isOwner);
  const facts = labelledTexts(text);
  // "Ai lo: Hiệu trưởng" says who under whatever name.
  const said = labelOf(line) === null ? text.replace(NAME, '') : (NAMED.exec(text)?.[1] ?? '');
  return {
    time: facts.some(({ field, text: said }) => isOf(field, TIMES) && isTime(said)) || isTime(said),
    owner: facts.some(({ field, text: said }) => isOf(field, OWNERS) && said !== '') || isOwner(said),
    row: row || (bare && labelOf(line) !== null && tellsWhenAndWho(text)),
    fact: facts.some(({ field }) => field !== null),
  };
}

/** What stands behind the name of a fact, known or not. */
const NAMED = /^[^:\n]{2,45}:\s+(.+)$/u;
const NAME = /^[^:\n]{2,45}:\s+/u;

/** "- Sửa mái hiên dãy B (Hiệu trưởng, xong trước tháng 11/2025).": a row told in one sentence. */
function tellsWhenAndWho(text: string): boolean {
  if (text.length > LONGEST_SENTENCE || !WHO.test(fold(text))) return false;
  const context = { schoolYear: null };
  return (
    findTimes(text, context).some(({ reading }) => reading.start !== null || reading.end !== null) ||
    TERM.test(fold(text))
  );
}

const LONGEST_SENTENCE = 300;
const WHO =
  /\b(?:hieu truong|pht|bgh|ban giam hieu|to (?:truong|chuyen mon|cm)|ke toan|giao vien|gv(?:cn|bm)?|thu vien|y te|doan doi|tong phu trach|cong doan)\b/;
const TERM = /\b(?:hoc ky|hk) ?(?:i{1,2}|[12])\b|\bthang \d{1,2}\b|\d{1,2}\/\d{1,2}\b|\bca nam\b/;

function isOf(field: ColumnField | null, fields: readonly ColumnField[]): boolean {
  return field !== null && fields.includes(field);
}

function isTime(text: string): boolean {
  return text.length <= LONGEST_CELL && !/[:.]\s*$/.test(text) && TIME.test(fold(text));
}

function isOwner(text: string): boolean {
  return text.length <= LONGEST_CELL && !/[:.;]\s*$/.test(text) && OWNER.test(fold(text));
}
