import { fold, squash } from '#core/kernel/text.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import type { ColumnField } from './column-field.ts';
import { criterionIn } from './context-row.ts';
import type { FlowTable } from './flow.ts';
import type { GridRow } from './grid.ts';
import { paragraphsOfRow, textOf } from './grid.ts';
import { headedTable } from './headed-table.ts';
import { criterionInSentence } from './named-criterion.ts';
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';
import type { Columns } from './table-header.ts';

type Problem = Partial<Record<ColumnField, string>>;

/**
 * The table of priority problems of Biểu 2, section IV (57/2026/TT-BGDĐT): its state, weakness and cause go to the item of the plan
 * table that answers it: the one with its number when both tables are as long, else the one that names its criterion. A problem
 * that no item answers stays unread.
 */
export function readProblems(state: Recognition): void {
  for (const part of state.flow.slice(state.bodyStart, state.bodyEnd)) {
    if (part.kind !== 'table' || !isFree(state, part.paragraphs)) continue;
    const { grid, header: columns } = headedTable(part.table);
    if (columns === null || !isProblemTable(columns)) continue;
    const rows = grid.rows.filter((row) => !columns.headerRows.includes(row.index) && row.ownCells.length > 0);
    joinRows(state, part, rows, columns);
  }
}

function isProblemTable({ fields }: Columns): boolean {
  const has = (field: ColumnField) => fields.includes(field);
  return (
    !has('time') && (has('cause') || has('currentState')) && (has('need') || has('criterion')) && !has('expectedResult')
  );
}

function joinRows(state: Recognition, part: FlowTable, rows: GridRow[], columns: Columns): void {
  let joined = 0;
  for (const [index, row] of rows.entries()) {
    const problem = problemOf(row, columns);
    const item = answering(state.items, problem, index, rows.length);
    if (item === null) continue;
    addProblem(item, problem);
    use(state, paragraphsOfRow(row), 'item');
    item.paragraphs.push(...paragraphsOfRow(row).map(({ id }) => id));
    joined += 1;
  }
  if (joined === 0) return;
  for (const row of part.table.rows.filter((_, index) => columns.headerRows.includes(index))) {
    use(
      state,
      row.cells.flatMap((cell) => cell.paragraphs),
      'table-header',
    );
  }
  if (state.items.some(({ note }) => note !== null) && !state.plan.itemFields.includes('note'))
    state.plan.itemFields.push('note');
  for (const field of ['currentState', 'cause', 'need', 'criterion'] as const) {
    if (columns.fields.includes(field) && !state.plan.itemFields.includes(field)) state.plan.itemFields.push(field);
  }
}

/** What an item has a place for; anything else of a problem ("Mức độ ưu tiên: Cao") goes to its note. */
const PLACES: readonly (ColumnField | null)[] = ['number', 'standard', 'criterion', 'need', 'currentState', 'cause'];

function problemOf(row: GridRow, { fields, names }: Columns): Problem {
  const problem: Problem = {};
  for (const [column, typed] of fields.entries()) {
    const text = textOf(row.cells[column] ?? null);
    const field = typed === 'action' ? 'need' : typed;
    if (text === '') continue;
    if (field !== null && PLACES.includes(field)) problem[field] = text;
    else problem.note = [problem.note, `${names?.[column] ?? ''}: ${text}`].filter(Boolean).join('\n');
  }
  return problem;
}

function answering(items: PlanItem[], problem: Problem, index: number, count: number): PlanItem | null {
  const inOrder = count === items.length ? (items[index] ?? null) : null;
  const criterion = criterionOf(problem);
  if (inOrder !== null && agrees(inOrder, problem, criterion)) return inOrder;
  const same = items.filter(
    (item) => item.need !== null && problem.need !== undefined && fold(item.need) === fold(problem.need),
  );
  // Several rows may answer the same words: the one at the same place, else that of the criterion, else the first.
  if (same.length > 0) {
    if (inOrder !== null && same.includes(inOrder)) return inOrder;
    return same.find((item) => item.criterion !== null && item.criterion === criterion) ?? same[0]!;
  }
  const named = items.filter((item) => item.criterion !== null && item.criterion === criterion);
  if (named.length === 1) return named[0]!;
  return inOrder;
}

/** Whether a row of the plan says nothing else than the problem of its number. */
function agrees(item: PlanItem, problem: Problem, criterion: string | null): boolean {
  const sameNeed = item.need === null || problem.need === undefined || fold(item.need) === fold(problem.need);
  return sameNeed && (item.criterion === null || criterion === null || item.criterion === criterion);
}

function criterionOf(problem: Problem): string | null {
  const text = problem.criterion ?? '';
  return criterionIn(text, true) ?? criterionInSentence(text, true);
}

function addProblem(item: PlanItem, problem: Problem): void {
  item.currentState ??= problem.currentState ?? null;
  item.cause ??= problem.cause ?? null;
  item.criterion ??= criterionOf(problem);
  item.criterionText ??= problem.criterion === undefined ? null : squash(problem.criterion);
  item.standard ??= item.criterion?.split('.')[0] ?? /\d/.exec(problem.standard ?? '')?.[0] ?? null;
  if (problem.note !== undefined) item.note = item.note === null ? problem.note : `${item.note}\n${problem.note}`;
  if (problem.need !== undefined) item.need = bothNeeds(problem.need, item.need);
}

/** Weakness and content of improvement, one below the other; only the fuller one when it holds the words of the other. */
function bothNeeds(problem: string, need: string | null): string {
  if (need === null || fold(problem).includes(fold(need))) return problem;
  return fold(need).includes(fold(problem)) ? need : `${problem}\n${need}`;
}
