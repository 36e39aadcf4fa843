import { normalise } from '#core/kernel/text.ts';
import type { Block, Cell, Paragraph, Place, Row, Table, TextStyle } from './block.ts';

/**
 * Blocks before they are numbered. A reader of a format writes drafts in reading order, blank paragraphs included and tables
 * in cells allowed; `numberBlocks` makes the blocks of the contract from them.
 */
export interface DraftParagraph {
  kind: 'paragraph';
  /** As the source has it; "\n" where it breaks the line on purpose. */
  text: string;
  label: string | null;
  style: TextStyle;
  page: number | null;
  box?: [number, number, number, number];
  furniture?: string;
  note?: true;
  /** The paragraph on which a note hangs: it stands where that one stands. */
  anchor?: DraftParagraph;
  /** Where lines were measured: the room that the last line leaves, and the width of the first word, in font sizes. */
  measured?: { roomAfter: number; firstWord: number };
}

export interface DraftCell {
  column: number;
  columnSpan: number;
  rowSpan: number;
  content: Draft[];
}

export interface DraftRow {
  cells: DraftCell[];
  header: boolean;
  page: number | null;
}

export interface DraftTable {
  kind: 'table';
  columns: number;
  rows: DraftRow[];
  ruled: boolean;
}

export type Draft = DraftParagraph | DraftTable;

export function draftParagraph(text: string, rest: Partial<DraftParagraph> = {}): DraftParagraph {
  return { kind: 'paragraph', text, label: null, style: {}, page: null, ...rest };
}

/** A paragraph without text and without a number of its own says nothing. A lone bullet says nothing either. */
export function isBlank({ text, label }: DraftParagraph): boolean {
  if (SAYS.test(text) || (label !== null && SAYS.test(label))) return false;
  return cleanText(text) === '';
}

const SAYS = /[\p{L}\p{N}]/u;

/** Text of a cell for comparing, its paragraphs on lines of their own. */
export function cellTextOfDraft(cell: DraftCell | undefined): string {
  return cell
    ? paragraphsOfDrafts(cell.content)
        .map((each) => cleanText(each.text))
        .join('\n')
    : '';
}

/** Ids, places and normalised text. Tables left in cells are read row by row as paragraphs of that cell. */
export function numberBlocks(drafts: readonly Draft[]): Block[] {
  const counts: Counts = { id: 0, paragraph: 0, table: 0, anchors: anchorsOf(drafts) };
  const blocks: Block[] = [];
  for (const draft of drafts) {
    if (draft.kind === 'table') {
      const table = numberTable(draft, counts);
      if (table) blocks.push(table);
    } else if (!isBlank(draft)) {
      const anchored = draft.anchor && counts.anchors.get(draft.anchor);
      if (anchored) {
        blocks.push(numberParagraph(draft, anchored, counts));
        continue;
      }
      counts.paragraph++;
      const place = { page: draft.page, paragraph: counts.paragraph, table: null, row: null, column: null };
      blocks.push(numberParagraph(draft, place, counts));
    }
  }
  return blocks;
}

interface Counts {
  id: number;
  paragraph: number;
  table: number;
  /** The places of paragraphs on which notes hang, once they are known. */
  anchors: Map<DraftParagraph, Place | null>;
}

function anchorsOf(drafts: readonly Draft[]): Counts['anchors'] {
  const anchors: Counts['anchors'] = new Map();
  for (const draft of drafts) if (draft.kind === 'paragraph' && draft.anchor) anchors.set(draft.anchor, null);
  return anchors;
}

function numberTable(draft: DraftTable, counts: Counts): Table | null {
  if (!draft.rows.some((row) => row.cells.some((cell) => paragraphsOfDrafts(cell.content).length > 0))) return null;
  const number = ++counts.table;
  const page = draft.rows[0]?.page ?? null;
  const rows = draft.rows.map((row, index): Row => {
    const cells = row.cells.map((cell): Cell => {
      const at = { paragraph: null, table: number, row: index + 1, column: cell.column + 1 };
      const paragraphs = paragraphsOfDrafts(cell.content).map((each) =>
        numberParagraph(each, { page: each.page ?? row.page, ...at }, counts),
      );
      return { column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, paragraphs };
    });
    return row.header ? { cells, header: true, page: row.page } : { cells, page: row.page };
  });
  const place = { page, paragraph: null, table: number, row: null, column: null };
  return { kind: 'table', number, columns: draft.columns, rows, ruled: draft.ruled, place };
}

/** Paragraphs that say something, those of tables inside row by row. */
export function paragraphsOfDrafts(content: readonly Draft[], into: DraftParagraph[] = []): DraftParagraph[] {
  for (const draft of content) {
    if (draft.kind === 'table')
      for (const row of draft.rows) for (const cell of row.cells) paragraphsOfDrafts(cell.content, into);
    else if (!isBlank(draft)) into.push(draft);
  }
  return into;
}

function numberParagraph(draft: DraftParagraph, place: Place, counts: Counts): Paragraph {
  const text = cleanText(draft.text);
  const source = draft.text.trim();
  if (counts.anchors.size > 0 && counts.anchors.has(draft)) counts.anchors.set(draft, place);
  const paragraph: Paragraph = {
    kind: 'paragraph',
    id: ++counts.id,
    text,
    label: draft.label,
    style: draft.style,
    place,
  };
  if (source !== text) paragraph.original = source;
  if (draft.box) paragraph.box = draft.box;
  if (draft.furniture) paragraph.furniture = draft.furniture;
  if (draft.note) paragraph.note = true;
  return paragraph;
}

/** Normalised, without blanks around line breaks and at the ends; an empty line inside says nothing and goes. */
function cleanText(text: string): string {
  const normal = normalise(text);
  return (normal.includes('\n') ? normal.replace(/[^\S\n]*\n\s*/g, '\n') : normal).trim();
}
