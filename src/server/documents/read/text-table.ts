import { draftParagraph, type Draft, type DraftRow, type DraftTable } from '#core/documents/blocks-draft.ts';
import { joinContinuedRows } from '#core/documents/blocks-continued-rows.ts';

interface Found {
  drafts: Draft[];
  /** Index of the first line after the table. */
  next: number;
}

type Separator = '\t' | '|';

/** A row over several lines: Excel quotes a cell that holds line breaks. */
interface TextRow {
  cells: string[];
  next: number;
  rule: boolean;
}

/**
 * The table that starts at a line, or null. Its rows have the same number of tabs or pipes; the first one has text in every
 * cell. Rows after blank lines still belong to it while their number of cells stays the same. `usual` is the number of cells in the
 * table before: below a heading, even one row of so many goes on with it.
 */
export function readTextTable(lines: readonly string[], at: number, usual = 0): Found | null {
  const separator: Separator = (lines[at] ?? '').includes('|') ? '|' : '\t';
  const first = readRow(lines, at, separator);
  if (!first || first.rule || first.cells.length < 2) return null;
  const goesOn = usual > 2 && first.cells.length === usual;
  if (!goesOn && first.cells.some((cell) => cell === '')) return null;
  const rows: string[][] = [];
  const rules: string[] = [];
  let next = at;
  for (let look = at; look < lines.length;) {
    if ((lines[look] ?? '').trim() === '') {
      look++;
      continue;
    }
    const row = readRow(lines, look, separator);
    if (!row || row.cells.length !== first.cells.length || isOtherHeader(row, first, look > next)) break;
    if (row.rule) rules.push(lines[look] ?? '');
    else rows.push(row.cells);
    look = next = row.next;
  }
  const fewest = first.cells.length > 2 || separator === '|' ? 2 : 3;
  if (rows.length < (goesOn ? 1 : fewest)) return null;
  return { drafts: [toTable(rows), ...rules.map((rule) => draftParagraph(rule, { furniture: 'rule' }))], next };
}

/** After a blank line the same header again begins another table. */
function isOtherHeader(row: TextRow, first: TextRow, afterBlank: boolean): boolean {
  return afterBlank && row.cells.join('\t') === first.cells.join('\t');
}

function readRow(lines: readonly string[], at: number, separator: Separator): TextRow | null {
  const line = lines[at] ?? '';
  if (!line.includes(separator)) return null;
  if (separator === '|') {
    const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
    return { cells: cells.map((cell) => cell.trim().replace(/<br\s*\/?>/gi, '\n')), next: at + 1, rule: isRule(cells) };
  }
  const quoted = readQuoted(lines, at);
  if (quoted) return quoted;
  const cells = line.split('\t').map((cell) => cell.trim());
  return { cells, next: at + 1, rule: isRule(cells) };
}

/** `a<tab>"first line<newline>second line"<tab>b`, at most 60 lines. */
function readQuoted(lines: readonly string[], at: number): TextRow | null {
  if (!/(^|\t)"/.test(lines[at] ?? '')) return null;
  let text = lines[at] ?? '';
  let next = at + 1;
  while ((text.match(/"/g) ?? []).length % 2 === 1) {
    if (next >= lines.length || next - at > 60) return null;
    text += `\n${lines[next++] ?? ''}`;
  }
  const cells = [...text.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"(?=\t|$)|([^\t]*))/g)];
  return { cells: cells.map((cell) => (cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '').trim()), next, rule: false };
}

function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\s*:?-{2,}:?\s*$/.test(cell));
}

function toTable(cells: readonly string[][]): DraftTable {
  const rows = cells.map((row): DraftRow => ({
    cells: row.map((text, column) => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      content: text.split('\n').map((line) => draftParagraph(line)),
    })),
    header: false,
    page: null,
  }));
  return joinContinuedRows({ kind: 'table', columns: cells[0]?.length ?? 0, rows, ruled: false });
}
