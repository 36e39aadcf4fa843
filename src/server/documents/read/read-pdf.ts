import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paragraphsOf, type Block, type SourceBlocks } from '#core/documents/block.ts';
import { numberBlocks } from '#core/documents/blocks-draft.ts';
import type { PageGeometry } from '#core/documents/blocks-geometry.ts';
import { draftsOfPages } from '#core/documents/blocks-pages.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { PdfScans } from './pdf-scans.ts';
import { checkStreams } from './pdf-streams.ts';
import { readPdfPage, type ReadPage } from './pdf-page.ts';
import type { ReadContext } from './read-limits.ts';

/**
 * A PDF: text by its positions, tables by their ruling lines. Pages that are pictures go through character recognition.
 * Errors: `document.encrypted`, `document.corrupted`, `document.zip-bomb`, `document.too-many-pages`, `document.no-text`,
 * `document.timeout`, `document.cancelled`.
 */
export async function readPdf(bytes: Uint8Array, context: ReadContext): Promise<SourceBlocks> {
  checkStreams(bytes);
  const document = await open(context.ownBytes ? whole(bytes) : new Uint8Array(bytes));
  const scans = new PdfScans(document, context);
  try {
    const total = document.numPages;
    if (total > context.limits.pages)
      throw new AppError('document.too-many-pages', { pages: total, limit: context.limits.pages });
    const pages: PageGeometry[] = [];
    const turns = new Map<number, number>();
    for (let number = 1; number <= total; number++) {
      if (context.signal?.aborted) throw new AppError('document.cancelled');
      const page = await readPage(document, number);
      const scan = isScan(page);
      if (page.turns !== undefined && !scan) turns.set(number, page.turns);
      pages.push(scan ? await context.slow(() => scans.recognise(number, page.operators <= MOST_OF_A_SCAN)) : page);
      context.progress({ step: 'page', done: number, total });
    }
    const blocks = numberBlocks(draftsOfPages(pages));
    if (blocks.length === 0 && scans.used) throw new AppError('document.no-text');
    if (turns.size > 0) turnBoxesBack(blocks, turns);
    return { format: 'pdf', blocks, pages: total, recognised: scans.used };
  } finally {
    await scans.close();
    await document.loadingTask.destroy();
  }
}

/** Places are given on the page as it is shown, `turns` quarter turns with the clock before it was read. */
function turnBoxesBack(blocks: readonly Block[], turns: ReadonlyMap<number, number>): void {
  for (const paragraph of paragraphsOf(blocks)) {
    for (let left = turns.get(paragraph.place.page ?? 0) ?? 0; left > 0 && paragraph.box !== undefined; left--) {
      const [x1, y1, x2, y2]: [number, number, number, number] = paragraph.box;
      paragraph.box = [y1, 1 - x2, y2, 1 - x1];
    }
  }
}

/** A scanner writes a handful of operators; to draw them is a matter of the picture's size. */
const MOST_OF_A_SCAN = 300;

/** A few signs of a symbol font are no harm. */
const MOST_NAMELESS = 0.1;

/**
 * A picture fills the page and hardly a word lies on it; or its fonts do not say which letters they draw (no ToUnicode map, PDF
 * 32000-1, 9.10.2), so that only their drawings can be read.
 */
function isScan(page: ReadPage): boolean {
  if (page.nameless > MOST_NAMELESS) return true;
  const letters = page.glyphs.reduce((sum, each) => sum + each.text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
  return page.pictured > 0.3 && letters < 40;
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** A plain view of all of its memory; the library copies what is a part of more. */
function whole(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}

/** The library takes the bytes away from their owner. */
async function open(data: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data,
      standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
      cMapUrl: join(packageFolder, 'cmaps/'),
      disableFontFace: true,
      useSystemFonts: false,
      fontExtraProperties: true,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (cause) {
    const encrypted = (cause as Error).name === 'PasswordException';
    throw new AppError(encrypted ? 'document.encrypted' : 'document.corrupted', {}, { cause });
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<ReadPage> {
  try {
    return await readPdfPage(await document.getPage(number), number);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('document.corrupted', { page: number }, { cause });
  }
}
