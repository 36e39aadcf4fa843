import type { Draft } from '#core/documents/blocks-draft.ts';
import type { ZipArchive } from './zip-archive.ts';

/** By the path of their part. */
export type Chunks = ReadonlyMap<string, Draft[]>;

const PAGE = /\.x?html?$/i;
const SAVED_PAGE = /\.mht(ml)?$/i;

/**
 * Web pages inside a Word file (`altChunk`, ECMA-376 part 1, 17.17.2.1): programs that make Word files of pages put the whole document
 * there and leave the body empty.
 */
export async function readChunks(zip: ZipArchive): Promise<Chunks> {
  const chunks = new Map<string, Draft[]>();
  for (const name of zip.names) {
    const saved = SAVED_PAGE.test(name);
    const bytes = saved || PAGE.test(name) ? zip.read(name) : null;
    if (bytes === null) continue;
    const { pageDrafts, pageText } = await import('./read-html.ts');
    const html = saved ? await (await import('./read-mht.ts')).pageOf(bytes) : pageText(bytes);
    chunks.set(name, pageDrafts(html));
  }
  return chunks;
}
