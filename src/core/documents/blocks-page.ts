import { draftParagraph, type DraftParagraph } from './blocks-draft.ts';
import { tableOfCard } from './blocks-cards.ts';
import { splitBands, tableOfBand } from './blocks-columns.ts';
import { contains, fractionsOf, type Glyphs, unite, type PageGeometry } from './blocks-geometry.ts';
import { drawnTables, type Grid } from './blocks-grid.ts';
import { fillGrid, tableOfGrid, type FilledGrid, type LaidTable } from './blocks-grid-table.ts';
import { withLostLines } from './blocks-lost-lines.ts';
import { rowRuledGrids } from './blocks-ruled-rows.ts';
import { leadingOf, paragraphsOfLines, type Column, type LaidParagraph } from './blocks-paragraphs.ts';
import { linesOf, type TextLine } from './blocks-text-lines.ts';

/** What stands on a page, from top to bottom. */
export type PageItem =
  | { kind: 'paragraph'; laid: LaidParagraph; page: PageGeometry }
  | { kind: 'table'; laid: LaidTable }
  | { kind: 'furniture'; draft: DraftParagraph };

/** A page taken apart into drawn tables and the lines outside of them. */
export interface DividedPage {
  page: PageGeometry;
  grids: FilledGrid[];
  lines: TextLine[];
  /** Words printed across the text, in their order. */
  watermark: Glyphs[];
}

/** `above`: the page before. */
export function dividePage(page: PageGeometry, watermark: ReadonlySet<Glyphs>, above?: DividedPage): DividedPage {
  // A frame around text is no table, and neither is a border around the whole page.
  const drawn = drawnTables(page.rules);
  const grids = drawn.grids.filter((grid) => grid.cells.length > 1);
  grids.push(...rowRuledGrids(drawn.loose, page.glyphs, lastFluid(above)));
  grids.sort((a, b) => area(a) - area(b));
  const inGrid = grids.map((grid) => ({ grid, glyphs: [] as Glyphs[] }));
  const outside: Glyphs[] = [];
  for (const each of page.glyphs) {
    if (watermark.has(each)) continue;
    const owner = inGrid.find(({ grid }) => contains(grid, startOf(each), each.baseline - 0.3 * each.size, 1));
    (owner?.glyphs ?? outside).push(each);
  }
  return {
    page,
    grids: inGrid
      .filter((each) => each.glyphs.some((glyphs) => glyphs.text.trim() !== ''))
      .map(({ grid, glyphs }) => fillGrid(withLostLines(grid, glyphs), glyphs)),
    lines: linesOf(outside),
    watermark: [...watermark],
  };
}

/** The table that ended a page, when no lines part its columns. */
function lastFluid(page: DividedPage | undefined): Grid | null {
  const last = page?.grids.map(({ grid }) => grid).sort((a, b) => b.bottom - a.bottom)[0];
  return last?.fluid === true ? last : null;
}

/** Where a word belongs: one that is wider than its cell sticks out on the right. */
export function startOf({ left, right }: Glyphs): number {
  return left + 0.3 * (right - left);
}

function area(grid: Grid): number {
  return (grid.right - grid.left) * (grid.bottom - grid.top);
}

/**
 * `furniture` names the lines that are no content and why; `gapInCells` is where paragraphs begin in cells of the document;
 * `carried` are the middles of the gutters of a table without lines that ended the page before.
 */
export function layoutPage(
  divided: DividedPage,
  body: Omit<Column, 'leading'>,
  furniture: ReadonlyMap<TextLine, string>,
  gapInCells: number | null,
  carried: readonly number[],
): PageItem[] {
  const { page } = divided;
  const placed: { top: number; items: PageItem[] }[] = [];
  for (const filled of divided.grids)
    placed.push({ top: filled.grid.top, items: [{ kind: 'table', laid: tableOfGrid(filled, page, gapInCells) }] });
  for (const [line, reason] of furniture) {
    if (!divided.lines.includes(line)) continue;
    const draft = draftParagraph(line.text, { page: page.number, box: fractionsOf(line, page), furniture: reason });
    placed.push({ top: line.top, items: [{ kind: 'furniture', draft }] });
  }
  if (divided.watermark.length > 0) {
    const box = unite(divided.watermark);
    const text = divided.watermark.map((each) => each.text).join(' ');
    const draft = draftParagraph(text, { page: page.number, box: fractionsOf(box, page), furniture: 'watermark' });
    placed.push({ top: 0, items: [{ kind: 'furniture', draft }] });
  }
  const tops = divided.grids.map(({ grid }) => grid.top);
  const runs = new Map<number, TextLine[]>();
  for (const line of divided.lines) {
    if (furniture.has(line)) continue;
    const above = tops.filter((top) => top < line.baseline).length;
    runs.set(above, [...(runs.get(above) ?? []), line]);
  }
  const column = { ...body, leading: leadingOf(divided.lines.filter((line) => !furniture.has(line))) };
  const middles = middlesOf(divided, column);
  for (const [above, lines] of runs)
    placed.push({ top: lines[0]!.top, items: layoutLines(lines, column, page, middles, above === 0 ? carried : []) });
  return placed.sort((a, b) => a.top - b.top).flatMap((each) => each.items);
}

/** Where a centred title may have its middle: that of the text, of the page, or of a table as wide as the text. */
function middlesOf({ page, grids }: DividedPage, column: Column): number[] {
  const wide = grids.map(({ grid }) => grid).filter(({ left, right }) => right - left > 0.6 * page.width);
  return [column, ...wide].map(({ left, right }) => (left + right) / 2).concat(page.width / 2);
}

function layoutLines(
  lines: readonly TextLine[],
  column: Column,
  page: PageGeometry,
  middles: readonly number[],
  carried: readonly number[],
): PageItem[] {
  const items: PageItem[] = [];
  let run: TextLine[] = [];
  const flush = () => {
    for (const laid of paragraphsOfLines(run, column)) items.push({ kind: 'paragraph', laid, page });
    run = [];
  };
  for (const piece of splitBands(lines, middles, carried)) {
    if (!('gutters' in piece) && !('rows' in piece)) {
      run.push(piece);
      continue;
    }
    flush();
    if ('rows' in piece) {
      items.push({ kind: 'table', laid: tableOfCard(piece, page) });
      continue;
    }
    const xs = [
      Math.min(...piece.lines.map((line) => line.left)),
      ...piece.gutters.map((each) => (each.left + each.right) / 2),
      Math.max(...piece.lines.map((line) => line.right)),
    ];
    items.push({ kind: 'table', laid: { table: tableOfBand(piece, page), xs } });
  }
  flush();
  return items;
}
