import type { SourceBlocks } from '#core/documents/block.ts';
import { convertWithLibreOffice } from './libreoffice.ts';
import { readDocx } from './read-docx.ts';
import type { ReadContext } from './read-limits.ts';
import { readXlsx } from './read-xlsx.ts';

/** What LibreOffice opens and turns into what we read; rows, merged cells and sheets stay as they are. */
const BECOMES = { doc: 'docx', rtf: 'docx', odt: 'docx', xls: 'xlsx', ods: 'xlsx' } as const;

/** A format that only LibreOffice opens: old Office files and those of its own. */
export type OfficeFormat = keyof typeof BECOMES;

/**
 * The reader of such a file. Its blocks say "doc" for text and "xlsx" for sheets. Errors: `document.needs-libreoffice` when it is not
 * installed, `document.timeout`, and those of `readDocx` and `readXlsx`.
 */
export function readOffice(from: OfficeFormat): (bytes: Uint8Array, context: ReadContext) => Promise<SourceBlocks> {
  const to = BECOMES[from];
  return async (bytes, context) => {
    const tick = () => context.progress({ step: 'convert', done: 0, total: 0 });
    tick();
    const alive = setInterval(tick, 1000);
    try {
      const settings = { timeoutMilliseconds: 60_000, signal: context.signal };
      const converted = await context.slow(() => convertWithLibreOffice(bytes, from, to, settings));
      return to === 'xlsx' ? await readXlsx(converted, context) : { ...readDocx(converted, context), format: 'doc' };
    } finally {
      clearInterval(alive);
    }
  };
}
