import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyphs } from '#core/documents/blocks-geometry.ts';
import { type Grid, findGrids } from '#core/documents/blocks-grid.ts';
import type { PrintModel, PrintRow } from '#core/documents/layout/print-model.ts';
import { type ReadPage, readPdfPage } from '#server/documents/read/pdf-page.ts';

export interface TornCell {
  text: string;
  /** How many of its lines stand on each of the pages that its row runs over. */
  lines: number[];
}

export interface PrintedTables {
  pages: number;
  /** Cells of several lines in rows that run over a page. */
  torn: TornCell[];
  /** Words that reach beyond their cell. */
  outside: string[];
}

interface PrintedCell {
  text: string;
  lines: number;
}

/** The tables of a PDF as they lie on its pages, beside the model that was printed: which rows run over a page, and how. */
export async function printedTables(pdf: Uint8Array, model: PrintModel): Promise<PrintedTables> {
  const pages = await pagesOf(pdf);
  const { rows, headers } = rowsOf(model);
  const outside: string[] = [];
  const torn: TornCell[] = [];
  let open: PrintedCell[][] = [];
  for (const page of pages) {
    for (const row of findGrids(page.rules).flatMap((grid) => printedRows(grid, page, outside))) {
      if (row.every(({ text }) => headers.has(text))) continue;
      open.push(row);
      if (!rows.has(keyOf(joined(open).map(({ text }) => text)))) continue;
      torn.push(
        ...joined(open).filter(({ lines }) => open.length > 1 && lines.reduce((sum, each) => sum + each, 0) > 1),
      );
      open = [];
    }
  }
  if (open.length > 0) throw new Error(`not a row of the model: ${JSON.stringify(open[0])}`);
  return { pages: pages.length, torn, outside };
}

async function pagesOf(pdf: Uint8Array): Promise<ReadPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), fontExtraProperties: true, verbosity: 0 }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map(async (number) => readPdfPage(await document.getPage(number), number)));
  await document.loadingTask.destroy();
  return pages;
}

function rowsOf(model: PrintModel): { rows: ReadonlySet<string>; headers: ReadonlySet<string> } {
  const tables = model.parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const texts = (row: PrintRow) => row.cells.map(({ paragraphs }) => lettersOf(paragraphs.join('')));
  return {
    rows: new Set(tables.flatMap(({ rows }) => rows.map((row) => keyOf(texts(row))))),
    headers: new Set(tables.flatMap(({ header }) => header.flatMap(texts))),
  };
}

function printedRows(grid: Grid, page: ReadPage, outside: string[]): PrintedCell[][] {
  const rows: PrintedCell[][] = grid.ys.slice(1).map(() => []);
  for (const cell of [...grid.cells].sort((a, b) => a.left - b.left)) {
    const words = page.glyphs.filter(({ left, right, baseline }) => {
      const [x, y] = [(left + right) / 2, baseline - 2];
      return x > cell.left && x < cell.right && y > cell.top && y < cell.bottom;
    });
    outside.push(...words.filter(({ right }) => right > cell.right).map(({ text }) => `page ${page.number}: ${text}`));
    rows[cell.row]!.push(printed(words));
  }
  return rows.filter((row) => row.length > 0);
}

/** Points between the base lines of two lines at least. */
const NEXT_LINE = 4;

function printed(words: readonly Glyphs[]): PrintedCell {
  const inOrder = [...words].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) > NEXT_LINE ? a.baseline - b.baseline : a.left - b.left,
  );
  const begins = inOrder.filter((word, index) => word.baseline - (inOrder[index - 1]?.baseline ?? 0) > NEXT_LINE);
  return { text: lettersOf(inOrder.map(({ text }) => text).join('')), lines: begins.length };
}

/** Pieces of one row on several pages, cell by cell. */
function joined(pieces: readonly PrintedCell[][]): TornCell[] {
  return pieces[0]!.map((_, column) => ({
    text: pieces.map((cells) => cells[column]?.text ?? '').join(''),
    lines: pieces.map((cells) => cells[column]?.lines ?? 0),
  }));
}

function keyOf(texts: readonly string[]): string {
  return texts.join('|');
}

/** Without blanks and what steers the breaking of lines, which a page does not show. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200B]/gu, '');
}
