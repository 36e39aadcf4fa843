import type { EditableField } from '#core/plan/edit-item.ts';
import { escapeHtml } from './escape-html.ts';
import type { PlanRow } from './plan-row.ts';

/** What the rows of one table have in common. Labels and words are plain text; they are escaped here. */
export interface RowsContext {
  planId: string;
  columns: readonly { field: EditableField; label: string }[];
  /** Says which paragraphs of the source a row comes from, for a page that shows the source too. */
  withSource: boolean;
  /** Null when rows cannot be added here. */
  addWord: string | null;
  rowWord: string;
  levelWord: string;
  standardWord: string;
  criterionWord: string;
  /** Heading of rows that name no criterion, in a plan where others do. */
  noCriterionWord: string;
  /** Title of a standard or criterion by its code; a code without one is shown alone. */
  titles: ReadonlyMap<string, string>;
  /** Shows levels in headings: the plan's form has them. */
  withLevels: boolean;
}

/** A row with its number in the plan, which stays when only some rows are shown. */
export interface NumberedRow extends PlanRow {
  number: number;
  /** The heading of its own that a view puts the row under, instead of standard and criterion. */
  heading?: string;
}

/**
 * The body of a plan's table: a `tbody` for each run of rows about one criterion, or one standard where none is named, with headings
 * when standard or criterion changes. One function for the page and for the browser, text in, text out: a 300-row table is made in a few milliseconds.
 */
export function planRowsHtml(rows: readonly NumberedRow[], context: RowsContext): string {
  const named = rows.some((row) => row.criterion !== null || row.criterionText !== null);
  let html = '';
  let group: string | null = null;
  let standard: string | null = null;
  for (const row of rows) {
    const key = row.heading ?? groupKey(row, context.withLevels);
    if (key !== group) {
      html += `${group === null ? '' : '</tbody>'}<tbody data-g="${escapeHtml(key)}">`;
      if (row.heading !== undefined) html += headingHtml('gs', escapeHtml(row.heading), context);
      else {
        if (row.standard !== null && row.standard !== standard)
          html += standardHtml(
            row.standard,
            named ? '' : addHtml(row.id, standardWords(row.standard, context), context),
            context,
          );
        if (named) html += criterionHtml(row, context);
      }
      group = key;
      standard = row.standard ?? standard;
    }
    html += planRowHtml(row, row.number, context);
  }
  return html === '' ? '' : `${html}</tbody>`;
}

/** One row, numbered from 1. */
export function planRowHtml(
  row: PlanRow,
  number: number,
  context: Pick<RowsContext, 'planId' | 'columns' | 'withSource' | 'rowWord'>,
): string {
  const source = context.withSource ? ` data-p="${row.paragraphs.join(' ')}"` : '';
  const id = escapeHtml(row.id);
  let html = `<tr id="r-${id}" data-v="${row.version}"${source}><th scope="row"><a href="/plans/${context.planId}/items/${id}" aria-label="${escapeHtml(context.rowWord)} ${number}">${number}</a></th>`;
  for (const { field, label } of context.columns) {
    html += `<td data-l="${escapeHtml(label)}">${escapeHtml(row.cells[field])}</td>`;
  }
  return `${html}</tr>`;
}

/** What rows below one heading have in common; an island compares it with the `data-g` of the table's groups. */
export function groupKey(
  row: Pick<PlanRow, 'levels' | 'standard' | 'criterion' | 'criterionText'>,
  withLevels: boolean,
): string {
  const levels = withLevels ? row.levels.join() : NO_LEVELS;
  return `${levels}|${row.standard ?? ''}|${row.criterion ?? row.criterionText ?? ''}`;
}

const NO_LEVELS = '-';

/** Whether the groups of a table tell levels apart, by the key of any of them. */
export function groupsByLevel(key: string): boolean {
  return !key.startsWith(`${NO_LEVELS}|`);
}

/** @param add in a plan whose rows name standards only: rows are added below these then */
function standardHtml(code: string, add: string, context: RowsContext): string {
  const words = escapeHtml(standardWords(code, context));
  return headingHtml('gs', add === '' ? words : `<span>${words}</span>${add}`, context);
}

function standardWords(code: string, context: RowsContext): string {
  const title = context.titles.get(code);
  return `${context.standardWord} ${code}${title ? `. ${title}` : ''}`;
}

function criterionHtml(row: PlanRow, context: RowsContext): string {
  const { criterion, levels } = row;
  const title = criterion === null ? undefined : context.titles.get(criterion);
  const named =
    criterion === null
      ? (row.criterionText ?? context.noCriterionWord)
      : title === undefined
        ? (row.criterionText ?? `${context.criterionWord} ${criterion}`)
        : `${context.criterionWord} ${criterion}. ${title}`;
  const level =
    context.withLevels && levels.length > 0
      ? ` <small>${escapeHtml(context.levelWord)} ${levels.join(', ')}</small>`
      : '';
  return headingHtml('gc', `<span>${escapeHtml(named)}${level}</span>${addHtml(row.id, named, context)}`, context);
}

/** Adds a row of the same standard, criterion and level as this one. */
function addHtml(rowId: string, heading: string, { planId, addWord }: RowsContext): string {
  if (addWord === null) return '';
  const id = escapeHtml(rowId);
  return `<a class="add" href="/plans/${planId}/items/new?after=${id}" data-like="${id}">+ ${escapeHtml(addWord)}<span class="visually-hidden">: ${escapeHtml(heading)}</span></a>`;
}

function headingHtml(kind: string, inner: string, context: RowsContext): string {
  return `<tr class="${kind}"><th colspan="${context.columns.length + 1}" scope="rowgroup"><div>${inner}</div></th></tr>`;
}
