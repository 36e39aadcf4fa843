import PostalMime from 'postal-mime';
import type { SourceBlocks } from '#core/documents/block.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { readPage } from './read-html.ts';

/**
 * A web page saved as one file (.mht, .mhtml: RFC 2557), as browsers and Word write it: the page itself; its pictures and styles are
 * left. Errors: those of `readHtml`.
 */
export async function readMht(bytes: Uint8Array): Promise<SourceBlocks> {
  return readPage(await pageOf(bytes));
}

/** The page in such a file. */
export async function pageOf(bytes: Uint8Array): Promise<string> {
  const { html } = await PostalMime.parse(bytes);
  if (html === undefined || html.trim() === '') throw new AppError('document.corrupted');
  return html;
}
