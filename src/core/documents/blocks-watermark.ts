import { median, type Glyphs, type PageGeometry, type Rect } from './blocks-geometry.ts';

/** How many times the usual size of its page a word has at least that is printed across the text. */
const LARGE = 2.5;

/**
 * The words of each page that are printed across its text ("BẢN SAO", "DỰ THẢO"): slanted ones, and large ones that lie over
 * others, or say what large ones on another page say that do.
 */
export function findWatermarks(pages: readonly PageGeometry[]): Map<PageGeometry, ReadonlySet<Glyphs>> {
  const large = new Map(pages.map((page) => [page, largeWords(page)]));
  const across = new Set<string>();
  for (const [page, words] of large)
    for (const word of words)
      if (page.glyphs.some((other) => !words.has(other) && liesOn(word, other))) across.add(word.text);
  return new Map(
    pages.map((page) => {
      const slanted = slantedWords(page);
      const isWatermark = (word: Glyphs) => slanted.has(word) || (large.get(page)!.has(word) && across.has(word.text));
      return [page, new Set(page.glyphs.filter(isWatermark))];
    }),
  );
}

/** None where most words are slanted: then the page itself lies askew. */
function slantedWords(page: PageGeometry): Set<Glyphs> {
  const slanted = page.glyphs.filter((word) => word.slanted);
  return new Set(slanted.length > 0.5 * page.glyphs.length ? [] : slanted);
}

function largeWords(page: PageGeometry): Set<Glyphs> {
  const least = LARGE * median(page.glyphs.map((each) => each.size));
  return new Set(page.glyphs.filter((each) => each.size >= least));
}

/** Whether the middle of a word lies under a large one; a drop letter stands beside its text, not on it. */
function liesOn(large: Rect, { left, top, right, bottom }: Rect): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x > large.left && x < large.right && y > large.top && y < large.bottom;
}
