import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { itemFieldsOf } from './column-field.ts';
import type { Context } from './context-row.ts';
import { NO_CONTEXT, enter } from './context-row.ts';
import { enterNamed } from './named-criterion.ts';
import type { FlowTable } from './flow.ts';
import type { Grid } from './grid.ts';
import { flatText } from './grid.ts';
import type { HeadedTable } from './headed-table.ts';
import { headedTable } from './headed-table.ts';
import { inferColumns, namesOtherwise } from './infer-columns.ts';
import type { ItemDraft } from './item-draft.ts';
import type { TableReading } from './read-item-table.ts';
import { readItemTable } from './read-item-table.ts';
import { labelOf } from './label.ts';
import type { Recognition } from './recognition.ts';
import { furniture, isFree, use } from './recognition.ts';
import { type Columns, moneyUnitOf } from './table-header.ts';

interface HeadedPart extends HeadedTable {
  part: FlowTable;
}

interface Candidate {
  part: FlowTable;
  grid: Grid;
  columns: Columns;
}

/**
 * Finds the tables of plan items and reads their rows. Headings between them ("2, Tiêu chuẩn 2: …", "MỨC 1") give the context of
 * the rows below and are claimed with them.
 */
export function readPlanTables(state: Recognition): ItemDraft[] {
  const candidates = planTables(state);
  const drafts: ItemDraft[] = [];
  let context: Context = NO_CONTEXT;
  const fields = new Set<ColumnField>();
  let above: Candidate | null = null;
  for (const [index, part] of state.flow.entries()) {
    if (index < state.bodyStart || index >= state.bodyEnd) continue;
    if (part.kind === 'line') {
      const below = state.flow[index + 1];
      const captions = candidates.some((candidate) => candidate.part === below);
      const entered = isFree(state, part.paragraphs)
        ? (enter(context, part.text) ?? (captions ? enterCaption(context, part.text) : null))
        : null;
      if (entered === null || !tableFollows(state, candidates, index)) continue;
      context = entered;
      above = null;
      use(state, part.paragraphs, 'item-group');
      continue;
    }
    const found = candidates.find((candidate) => candidate.part === part);
    if (found === undefined) continue;
    const reading = readItemTable(found.grid, inUnitAbove(state, index, found.columns), context, drafts.at(-1) ?? null);
    drafts.push(...reading.drafts);
    context = reading.group;
    claim(state, found, reading, above !== null && state.flow[index - 1] === above.part);
    above = found;
    for (const field of found.columns.fields) if (field !== null) fields.add(field);
  }
  for (const draft of drafts) use(state, draft.paragraphs, 'item');
  setItemFields(state, fields, drafts);
  return drafts;
}

const UNIT_ABOVE = /^\(?\s*(?:don vi(?: tinh)?|dvt)\s*:/;

/** "Đơn vị tính: triệu đồng" right above a table says what its bare numbers are counted in. */
function inUnitAbove(state: Recognition, index: number, columns: Columns): Columns {
  const above = state.flow[index - 1];
  if (above?.kind !== 'line' || (columns.moneyUnit ?? 1) !== 1 || !UNIT_ABOVE.test(fold(above.text))) return columns;
  use(state, above.paragraphs, 'table-header');
  return { ...columns, moneyUnit: moneyUnitOf([above.text]) };
}

const CAPTION = /^(?:(?:bang|bieu|phieu|phu luc|mau)(?: so)? [\divx.]+\s*[.:)-]*|ke hoach (?:cai tien|khac phuc))/;
const LONGEST_CAPTION = 160;

/** "Bảng 2. Kế hoạch cải tiến tiêu chí 2.3 (Đối với nhân viên)" right above its table. */
function enterCaption(context: Context, text: string): Context | null {
  return text.length <= LONGEST_CAPTION && CAPTION.test(fold(text)) ? enterNamed(context, text) : null;
}

/** `continued`: the table goes on right where the one above stopped, so that its header is a repeated one. */
function claim(state: Recognition, found: Candidate, reading: TableReading, continued: boolean): void {
  state.itemParts.add(found.part);
  if (continued) furniture(state, reading.headers, 'repeated-header');
  else use(state, reading.headers, 'table-header');
  furniture(state, reading.repeatedHeaders, 'repeated-header');
  use(state, reading.groups, 'item-group');
  const numbers = reading.columnNumbers.map(({ text, paragraph }) => ({ text, place: paragraph.place }));
  const last = state.tableNumbers.at(-1);
  if (continued && last !== undefined) last.numbers.push(...numbers);
  else if (numbers.length > 0) state.tableNumbers.push({ table: found.part.table.number, numbers });
}

/** Headings count as context when a plan table comes before much other running text. */
function tableFollows(state: Recognition, candidates: Candidate[], index: number): boolean {
  let sentences = 0;
  for (let next = index + 1; next < state.bodyEnd; next += 1) {
    const part = state.flow[next]!;
    if (part.kind === 'table') return candidates.some((candidate) => candidate.part === part);
    if (enter(NO_CONTEXT, part.text) !== null) continue;
    const kind = labelOf(part)?.kind;
    sentences += 1;
    if (sentences > 2 || kind === 'roman' || kind === 'upper') return false;
  }
  return false;
}

function setItemFields(state: Recognition, fields: Set<ColumnField>, drafts: ItemDraft[]): void {
  const facts = new Set([...fields].flatMap(itemFieldsOf));
  if (drafts.some(({ context }) => context.criterion !== null)) facts.add('criterion');
  if (drafts.some(({ context }) => context.levels.length > 0)) facts.add('level');
  if (drafts.some(({ texts }) => (texts.note ?? '') !== '')) facts.add('note');
  for (const fact of facts) if (!state.plan.itemFields.includes(fact)) state.plan.itemFields.push(fact);
}

/** Whether a table of the document holds rows of a plan. */
export function holdsPlanTable(state: Recognition): boolean {
  return planTables(state).length > 0;
}

function planTables(state: Recognition): Candidate[] {
  const found: Candidate[] = [];
  const tables = tablesOf(state).map((part) => ({ part, ...headedTable(part.table) }));
  const best = Math.max(0, ...tables.map(({ header }) => scoreOf(header)));
  let last: Candidate | null = null;
  for (const table of tables) {
    const candidate: Candidate | null = asCandidate(table, last, best);
    if (candidate === null) continue;
    found.push(candidate);
    last = candidate;
  }
  return found;
}

function tablesOf(state: Recognition): FlowTable[] {
  return state.flow
    .slice(state.bodyStart, state.bodyEnd)
    .filter((part): part is FlowTable => part.kind === 'table' && isFree(state, part.paragraphs));
}

function asCandidate({ part, grid, header }: HeadedPart, last: Candidate | null, best: number): Candidate | null {
  if (header !== null) {
    const score = scoreOf(header);
    const enough = score >= 3 || (score === 2 && best <= 2 && !isDutyList(header));
    return enough && !isOtherTable(grid, header) ? { part, grid, columns: header } : null;
  }
  const [first] = grid.rows;
  const renamed = first !== undefined && last !== null && namesOtherwise(first, last.columns.fields);
  if (last !== null && grid.columns === last.grid.columns && !renamed) {
    return { part, grid, columns: { ...last.columns, headerRows: [] } };
  }
  const inferred = best >= 3 ? null : inferColumns(grid);
  return inferred === null ? null : { part, grid, columns: inferred };
}

const PARTNERS: ColumnField[][] = [
  ['time', 'timeStart', 'timeEnd', 'month', 'mixed'],
  ['owners', 'leads', 'collaborators', 'mixed'],
  ['criterion', 'standard'],
  ['need'],
  ['expectedResult'],
  ['expectedEvidence'],
];

/** How much of a plan row the columns hold: 0 without an action, else 1 and 1 for each other part of an item. */
function scoreOf(columns: Columns | null): number {
  if (columns === null || !columns.fields.includes('action')) return 0;
  const parts = PARTNERS.filter((partner) => partner.some((field) => columns.fields.includes(field)));
  return parts.length === 0 ? 0 : 1 + parts.length;
}

/** "Người phụ trách | Nhiệm vụ" alone says who does what in the council, not what is improved. */
function isDutyList(columns: Columns): boolean {
  return !columns.fields.some(
    (field) =>
      field === 'time' || field === 'timeStart' || field === 'month' || field === 'criterion' || field === 'need',
  );
}

const OTHER_TABLE = /ho va ten|ho ten|chuc vu|nguoi danh gia|ma minh chung|khong dat|noi thu thap/;
const ESTIMATE = /don gia|thanh tien/;
/** So many parts of a plan row beside prices make a plan that also reckons its costs, no estimate. */
const PLAN_WITH_PRICES = 4;

/** Rosters, monitoring tables, evidence lists, estimates and results have columns that no plan has. */
function isOtherTable(grid: Grid, columns: Columns): boolean {
  const names = columns.headerRows.flatMap((index) => grid.rows[index]!.ownCells.map((cell) => fold(flatText(cell))));
  const answers = columns.fields.some(
    (field) => field === 'need' || field === 'criterion' || field === 'owners' || field === 'leads',
  );
  // Beside people who do the work, one who watches over it makes no table of monitoring.
  const done = columns.fields.some((field) => field === 'owners' || field === 'leads' || field === 'mixed');
  const priced = scoreOf(columns) >= PLAN_WITH_PRICES;
  return names.some(
    (name) =>
      OTHER_TABLE.test(name) ||
      (!priced && ESTIMATE.test(name)) ||
      (!answers && /dieu chinh/.test(name)) ||
      (!done && /nguoi giam sat/.test(name)),
  );
}
