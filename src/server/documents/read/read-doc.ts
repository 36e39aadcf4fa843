import type { SourceBlocks } from '#core/documents/block.ts';
import { convertWithLibreOffice } from './libreoffice.ts';
import { readDocx } from './read-docx.ts';
import type { ReadContext } from './read-limits.ts';

/**
 * An old Word file (.doc), turned into .docx by LibreOffice, which keeps its rows and merged cells. Errors:
 * `document.needs-libreoffice` when it is not installed, `document.timeout`, and those of `readDocx`.
 */
export async function readDoc(bytes: Uint8Array, context: ReadContext): Promise<SourceBlocks> {
  const tick = () => context.progress({ step: 'convert', done: 0, total: 0 });
  tick();
  const alive = setInterval(tick, 1000);
  try {
    const settings = { timeoutMilliseconds: 60_000, signal: context.signal };
    const docx = await context.slow(() => convertWithLibreOffice(bytes, 'doc', 'docx', settings));
    return { ...readDocx(docx, context), format: 'doc' };
  } finally {
    clearInterval(alive);
  }
}
