import type { PlanLayoutName } from '#core/standards/standard-set.ts';

/**
 * A document ready to be set on paper, independent of any file format. The writers (`src/server/documents/write`) turn it into
 * .docx, .pdf and HTML and decide nothing about content. All text is plain: "\n" breaks the line, nothing is markup.
 */
export interface PrintModel {
  layout: PlanLayoutName;
  /** Title in one line, for the metadata of the file. */
  name: string;
  letterhead: PrintLetterhead | null;
  /** First the name of the kind of document, in capitals as typed, then its abstract. */
  title: string[];
  /** Runs of pages of one orientation, in order. */
  parts: PrintPart[];
  /** Signature block and recipients, side by side at the end; null when the document has neither. */
  closing: PrintClosing | null;
}

export interface PrintLetterhead {
  governingBody: string | null;
  schoolName: string | null;
  country: string | null;
  motto: string | null;
  /** "Số: 97/KH-CX" */
  number: string | null;
  /** "Đồng Nắng, ngày 12 tháng 9 năm 2023" */
  date: string | null;
  /** Widths in mm: the issuer on the left, the room between, quốc hiệu on the right. */
  columns: [number, number, number];
  /** Widths in mm in which the names on the left are set, so that their lines are about equally long. */
  names: { governingBody: number; schoolName: number };
}

export interface PrintClosing {
  recipients: string[];
  roles: string[];
  name: string | null;
}

export interface PrintPart {
  orientation: 'portrait' | 'landscape';
  blocks: PrintBlock[];
}

export type PrintBlock = PrintHeading | PrintLine | PrintTable | PrintBlank;

export interface PrintHeading {
  kind: 'heading';
  /** 1 for "I. …", 2 for "1. …", deeper below; what screen readers announce. */
  level: number;
  text: string;
  weight: 'bold' | 'bold-italic' | 'regular';
  align: 'left' | 'center';
}

/** A paragraph of running text. */
export interface PrintLine {
  kind: 'line';
  text: string;
  /** Legal bases stand in italics (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
  italic: boolean;
}

/** A line left for the school to write on. */
export interface PrintBlank {
  kind: 'blank';
}

export interface PrintTable {
  kind: 'table';
  /** What the table is, for screen readers. */
  caption: string;
  /** Of the columns, in mm, fitted to the text; together the width of the page between its margins. */
  widths: number[];
  header: PrintRow[];
  rows: PrintRow[];
}

export interface PrintRow {
  kind: 'header' | 'group' | 'item';
  cells: PrintCell[];
  /** Short enough to stay whole; a longer row may break over a page, with two lines at least on each side. */
  keep: boolean;
  /** The same for Word files, where more rows stay whole (`fitted-tables.ts`). */
  keepInWord: boolean;
}

export interface PrintCell {
  columnSpan: number;
  rowSpan: number;
  align: 'left' | 'center';
  bold: boolean;
  /** One paragraph each; empty for a blank cell. */
  paragraphs: string[];
}

/** Of text in tables, in points. */
export const TABLE_SIZE = 12;
/** What the borders and the room beside the text take of a column, in mm. */
export const CELL_PADDING = 3.2;

/** Width of the text in mm between the margins of Nghị định 30/2020/NĐ-CP: 30 left, 15 right, 20 above and below. */
export const TEXT_WIDTH = { portrait: 165, landscape: 252 } as const;
