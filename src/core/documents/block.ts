/**
 * What every file becomes first, whatever its format: paragraphs and tables in reading order, each piece of text with its
 * place. The readers of formats (`src/server/documents/read`) make blocks; recognition (`src/core/documents/recognise`)
 * reads nothing else.
 */

/** Where a piece of text stands in the source. All numbers count from 1; null where the format does not know. */
export interface Place {
  page: number | null;
  /** Order among the non-blank paragraphs outside tables. */
  paragraph: number | null;
  /** Order of the table in the document. */
  table: number | null;
  /** Row of that table, counting every row of the source, header rows included. */
  row: number | null;
  /** First grid column of the cell. */
  column: number | null;
}

export interface TextStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Points. */
  size?: number;
  /** Heading level 1-6 that the source itself declares (Word style, h1-h6). */
  heading?: number;
}

/** The smallest piece of source text that is accounted for: one paragraph, in or outside a table. */
export interface Paragraph {
  kind: 'paragraph';
  /** 1, 2, 3 … in reading order over the whole document, blank paragraphs not counted. The anchor of all provenance. */
  id: number;
  /** Normalised (`core/kernel/text.ts`); "\n" where the source breaks the line on purpose. Without `label`. */
  text: string;
  /** The source text, when normalising changed it. */
  original?: string;
  /** Label that the source numbers automatically ("I.", "a)", "-"), which is not part of the text. */
  label: string | null;
  style: TextStyle;
  place: Place;
  /** Position on the page as fractions 0-1 [left, top, right, bottom], for formats with pages. */
  box?: [number, number, number, number];
  /** Set by a format reader that knows it: navigation, counters, running header or footer … : why it is not content. */
  furniture?: string;
  /** A footnote or endnote: it stands apart from the running text. */
  note?: true;
}

export interface Cell {
  /** First grid column, from 0. */
  column: number;
  columnSpan: number;
  /** Rows that the cell covers; the rows below do not list it again. */
  rowSpan: number;
  /** Empty for a blank cell. */
  paragraphs: Paragraph[];
}

export interface Row {
  cells: Cell[];
  /** The source itself marks it as a repeated header row. */
  header?: boolean;
  /** Page on which the row starts, when known. */
  page: number | null;
}

export interface Table {
  kind: 'table';
  /** Order in the document, from 1. */
  number: number;
  columns: number;
  rows: Row[];
  /** False when the grid was inferred from positions alone, without ruling lines. */
  ruled: boolean;
  place: Place;
}

export type Block = Paragraph | Table;

export type SourceFormat = 'docx' | 'doc' | 'pdf' | 'html' | 'txt' | 'xlsx' | 'image';

export interface SourceBlocks {
  format: SourceFormat;
  blocks: Block[];
  pages: number | null;
  /** Text came from character recognition and may hold misread letters. */
  recognised: boolean;
}

/** Every paragraph of the source, in reading order, those in cells included. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  const found: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') found.push(block);
    else for (const row of block.rows) addParagraphs(row, found);
  }
  return found;
}

function addParagraphs(row: Row, found: Paragraph[]): void {
  for (const cell of row.cells) for (const paragraph of cell.paragraphs) found.push(paragraph);
}

/** Text of a cell: its paragraphs on lines of their own, with their labels. */
export function cellText(cell: Cell): string {
  const [only] = cell.paragraphs;
  if (only !== undefined && cell.paragraphs.length === 1 && !only.label) return only.text;
  return cell.paragraphs.map((paragraph) => (paragraph.label ? `${paragraph.label} ` : '') + paragraph.text).join('\n');
}
