import type { DividedPage } from './blocks-page.ts';
import type { TextLine } from './blocks-text-lines.ts';

const PAGE_NUMBER = /^(?:trang\s*|page\s*)?[-–—(\[]?\s*\d{1,4}\s*[-–—)\]]?(?:\s*(?:\/|of|trên)\s*\d{1,4})?$/iu;
const PRINTED_ADDRESS = /^(?:https?|file):\/\/\S+/i;

/** Running headers and footers and page numbers: first or last lines of pages that are numbers or come back on other pages. */
export function findFurniture(pages: readonly DividedPage[]): Map<TextLine, string> {
  const furniture = new Map<TextLine, string>();
  for (const edge of ['top', 'bottom'] as const) {
    const ends = pages.map((page) => edgeLines(page, edge));
    const counts = new Map<string, number>();
    for (const lines of ends)
      for (const key of new Set(lines.map((line) => keyOf(line, edge)))) counts.set(key, (counts.get(key) ?? 0) + 1);
    // On two pages of many the same words may begin a page by chance; a first page may be without.
    const enough = Math.max(2, Math.min(3, pages.length - 1), pages.length / 2);
    ends.forEach((lines, index) => {
      const page = pages[index]!.page;
      for (const [at, line] of lines.entries()) {
        // The lines of a running header stand together; what is set off below a page number is the text.
        const outer = lines[at - 1];
        if (outer && Math.abs(line.baseline - outer.baseline) > 1.8 * Math.max(line.size, outer.size)) break;
        const inMargin = edge === 'top' ? line.bottom < 0.1 * page.height : line.top > 0.9 * page.height;
        const repeated = (counts.get(keyOf(line, edge)) ?? 0) >= enough;
        if (PAGE_NUMBER.test(line.text) && inMargin) furniture.set(line, 'page-number');
        else if (PRINTED_ADDRESS.test(line.text) && inMargin && (repeated || pages.length === 1))
          furniture.set(line, 'printed-address');
        else if (repeated && inMargin) furniture.set(line, edge === 'top' ? 'running-header' : 'running-footer');
        // Only an unbroken run from the edge inwards can be furniture.
        else break;
      }
    });
  }
  return furniture;
}

/** The outermost lines of a page, from the edge inwards, as long as no table stands further out. */
function edgeLines({ lines, grids }: DividedPage, edge: 'top' | 'bottom'): TextLine[] {
  const outer = edge === 'top' ? lines.slice(0, 3) : lines.slice(-3).reverse();
  return outer.filter((line) =>
    grids.every(({ grid }) => (edge === 'top' ? line.baseline < grid.top : line.top > grid.bottom - 2)),
  );
}

/** The same words at the same height; numbers may differ. */
function keyOf(line: TextLine, edge: string): string {
  return `${edge} ${Math.round(line.baseline / 4)} ${line.text.replace(/\d+/g, '#')}`;
}
