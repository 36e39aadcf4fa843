import { parse } from 'parse5';
import type { SourceBlocks } from '#core/documents/block.ts';
import { type Draft, numberBlocks } from '#core/documents/blocks-draft.ts';
import { unwrapLayoutTables } from '#core/documents/blocks-nesting.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { HtmlBlocks, type HtmlContext } from './html-blocks.ts';
import { findHtmlFurniture } from './html-furniture.ts';
import { decodeText } from './text-encoding.ts';

/**
 * A web page: saved from a school's site (what surrounds the article is furniture), from Word, from Google Docs or by hand.
 * Nothing is loaded from elsewhere. Errors: `document.corrupted`, `document.legacy-encoding`.
 */
export function readHtml(bytes: Uint8Array): SourceBlocks {
  return readPage(pageText(bytes));
}

/** The same of a page whose letters are known. */
export function readPage(html: string): SourceBlocks {
  return { format: 'html', blocks: numberBlocks(pageDrafts(html)), pages: null, recognised: false };
}

/** The letters of a page in the encoding that it declares. */
export function pageText(bytes: Uint8Array): string {
  return decodeText(bytes, { declared: declaredCharset(bytes) });
}

/** What stands on a page, before it is numbered. */
export function pageDrafts(html: string): Draft[] {
  try {
    const document = parse(html);
    const blocks = new HtmlBlocks(findHtmlFurniture(document));
    const start: HtmlContext = { style: {}, furniture: undefined, note: false, pre: false, depth: 0 };
    blocks.readChildren(document, start);
    blocks.flush(start);
    return unwrapLayoutTables(blocks.drafts);
  } catch (cause) {
    // Elements nested by the thousand overflow the stack.
    if (cause instanceof RangeError) throw new AppError('document.corrupted', {}, { cause });
    throw cause;
  }
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 0, 4096);
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  );
}
