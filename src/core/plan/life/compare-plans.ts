import { cellTextOf, EDITABLE_FIELDS, type EditableField } from '../edit-item.ts';
import type { PlanDocument, PlanItem } from '../plan-document.ts';
import { compareLines, compareWords, type LineChange, mostEdits, type WordChange } from './compare-text.ts';
import { documentLines } from './document-lines.ts';

/** What became of a plan between two of its versions. Rows are the same row when they have the same id. */
export interface PlanComparison {
  /** Everything outside the rows, in order; lines that stay are in it too, to be read around the changes. */
  text: LineChange[];
  /** Rows that changed, in the order of the later version; a removed one stands where it was. */
  rows: RowChange[];
  /** Rows that are in both versions as they were. */
  unchangedRows: number;
}

export interface RowChange {
  id: string;
  kind: 'added' | 'removed' | 'changed';
  /** Number in the earlier and in the later version, from 1; null where the row is not. */
  numberBefore: number | null;
  numberAfter: number | null;
  /** Stands elsewhere among the rows that both versions have. */
  moved: boolean;
  before: PlanItem | null;
  after: PlanItem | null;
  cells: CellChange[];
}

export interface CellChange {
  field: EditableField | 'criterion' | 'levels';
  before: string;
  after: string;
  words: WordChange[];
}

/** Pure and without a clock: two versions of one plan, earlier and later. */
export function comparePlans(before: PlanDocument, after: PlanDocument): PlanComparison {
  const compared = compareRows(before.items, after.items);
  const rows = compared.filter((row) => row.kind !== 'changed' || row.moved || row.cells.length > 0);
  return {
    text: compareLines(documentLines(before), documentLines(after)),
    rows: withWords(rows),
    unchangedRows: compared.length - rows.length,
  };
}

/** Whether anything differs. */
export function isSamePlan({ text, rows }: PlanComparison): boolean {
  return rows.length === 0 && text.every(({ kind }) => kind === 'same');
}

/** A row whose cells are known to differ, not yet how. */
type FoundRow = Omit<RowChange, 'cells'> & { cells: Omit<CellChange, 'words'>[] };

function withWords(rows: readonly FoundRow[]): RowChange[] {
  const most = mostEdits(rows.reduce((sum, { cells }) => sum + cells.length, 0));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, words: compareWords(cell.before, cell.after, most) })),
  }));
}

function compareRows(before: readonly PlanItem[], after: readonly PlanItem[]): FoundRow[] {
  const old = new Map(before.map((item, index) => [item.id, { item, number: index + 1 }]));
  const kept = after.filter(({ id }) => old.has(id));
  const inPlace = longestRising(kept.map(({ id }) => old.get(id)!.number));
  const stays = new Set(inPlace.map((index) => kept[index]!.id));
  const now = after.map((item, index) => rowChange(old.get(item.id) ?? null, { item, number: index + 1 }, stays));
  const staying = new Set(after.map(({ id }) => id));
  return withRemoved(
    now,
    before.flatMap((item, index) => (staying.has(item.id) ? [] : [{ item, number: index + 1 }])),
  );
}

interface Numbered {
  item: PlanItem;
  number: number;
}

function rowChange(before: Numbered | null, after: Numbered, stays: ReadonlySet<string>): FoundRow {
  return {
    id: after.item.id,
    kind: before === null ? 'added' : 'changed',
    numberBefore: before?.number ?? null,
    numberAfter: after.number,
    moved: before !== null && !stays.has(after.item.id),
    before: before?.item ?? null,
    after: after.item,
    cells: before === null ? [] : changedCells(before.item, after.item),
  };
}

/** Puts each removed row behind the last earlier row that is still there. */
function withRemoved(now: readonly FoundRow[], removed: readonly Numbered[]): FoundRow[] {
  const rows = [...now];
  for (const { item, number } of removed) {
    const at = rows.findLastIndex((row) => !row.moved && row.numberBefore !== null && row.numberBefore < number);
    rows.splice(at + 1, 0, {
      id: item.id,
      kind: 'removed',
      numberBefore: number,
      numberAfter: null,
      moved: false,
      before: item,
      after: null,
      cells: [],
    });
  }
  return rows;
}

function changedCells(before: PlanItem, after: PlanItem): FoundRow['cells'] {
  const texts: [CellChange['field'], string, string][] = [
    ['criterion', criterionText(before), criterionText(after)],
    ['levels', before.levels.join(', '), after.levels.join(', ')],
    ...EDITABLE_FIELDS.map((field): [EditableField, string, string] => [
      field,
      cellTextOf(before, field),
      cellTextOf(after, field),
    ]),
  ];
  return texts
    .filter(([, one, other]) => one !== other)
    .map(([field, one, other]) => ({ field, before: one, after: other }));
}

function criterionText({ criterion, criterionText: typed }: PlanItem): string {
  return typed ?? criterion ?? '';
}

/** Indexes of a longest rising run picked from the numbers: the fewest rows are then called moved. */
function longestRising(numbers: readonly number[]): number[] {
  const previous: number[] = [];
  const tails: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const run: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) run.unshift(index);
  return run;
}
