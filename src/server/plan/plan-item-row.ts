import type { Insertable, Selectable } from 'kysely';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { jsonColumn } from '#server/platform/json-column.ts';
import type { PlanItemTable } from '#server/platform/schema-plan.ts';

/** The columns that hold the content of a row: everything but keys, order and history. */
export type ItemContent = Omit<
  Insertable<PlanItemTable>,
  'school_id' | 'plan_id' | 'id' | 'position' | 'version' | 'updated_by' | 'updated_at' | 'deleted_at'
>;

/** A row of the table with what editing needs beside its content. */
export interface StoredItem {
  item: PlanItem;
  version: number;
  position: string;
  updatedBy: string;
  updatedAt: Date;
}

function toRow(item: PlanItem): ItemContent {
  return {
    standard: item.standard,
    criterion: item.criterion,
    criterion_text: item.criterionText,
    levels: item.levels,
    need: item.need,
    expected_result: item.expectedResult,
    action: item.action,
    steps: item.steps,
    owners_text: item.ownersText,
    leads: item.leads,
    collaborators: item.collaborators,
    time_text: item.time.text,
    time: item.time,
    start_month: item.time.start?.slice(0, 7) ?? null,
    end_month: item.time.end?.slice(0, 7) ?? null,
    budget_text: item.budget.text,
    budget: item.budget,
    support: item.support,
    expected_evidence: item.expectedEvidence,
    note: item.note,
    current_state: item.currentState,
    cause: item.cause,
    result_indicator: item.resultIndicator,
    progress: item.progress,
    source: item.source,
    paragraphs: item.paragraphs,
  };
}

/** For writing. JSON columns are given as text: `pg` would send an array as a PostgreSQL array. */
export function columnsOf(item: PlanItem): ItemContent {
  return withJson(toRow(item));
}

/** What a write has to carry: most saves touch one cell of a row of thirty columns. */
export function changedColumns(before: PlanItem, after: PlanItem): Partial<ItemContent> {
  const old: Record<string, unknown> = toRow(before);
  const changed = Object.entries(toRow(after)).filter(([name, value]) => !isSame(value, old[name]));
  return withJson(Object.fromEntries(changed));
}

/** What an edit leaves alone it hands on as it is. */
function isSame(value: unknown, old: unknown): boolean {
  return value === old || JSON.stringify(value) === JSON.stringify(old);
}

const JSON_COLUMNS = ['time', 'budget', 'source'] as const;

function withJson<Row extends Partial<ItemContent>>(row: Row): Row {
  const given = JSON_COLUMNS.filter((name) => row[name]);
  return { ...row, ...Object.fromEntries(given.map((name) => [name, jsonColumn(row[name])])) };
}

export function fromRow(row: Selectable<PlanItemTable>): StoredItem {
  return {
    item: {
      id: row.id,
      standard: row.standard,
      criterion: row.criterion,
      criterionText: row.criterion_text,
      levels: row.levels,
      need: row.need,
      expectedResult: row.expected_result,
      action: row.action,
      steps: row.steps,
      ownersText: row.owners_text,
      leads: row.leads,
      collaborators: row.collaborators,
      time: row.time,
      budget: row.budget,
      support: row.support,
      expectedEvidence: row.expected_evidence,
      note: row.note,
      currentState: row.current_state,
      cause: row.cause,
      resultIndicator: row.result_indicator,
      progress: row.progress,
      source: row.source,
      paragraphs: row.paragraphs,
    },
    version: row.version,
    position: row.position,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
  };
}
