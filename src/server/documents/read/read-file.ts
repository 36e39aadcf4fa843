import type { SourceBlocks } from '#core/documents/block.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { detectFormat, type FileFormat } from './detect-format.ts';
import { withoutLegacyBlocks } from './legacy-blocks.ts';
import { readWord } from './read-docx.ts';
import { readContext, type ReadContext, type ReadOptions } from './read-limits.ts';
import type { OfficeFormat } from './read-office.ts';
import { readText } from './read-text.ts';

type Reader = (bytes: Uint8Array, context: ReadContext) => SourceBlocks | Promise<SourceBlocks>;

const office = (from: OfficeFormat) => async () => (await import('./read-office.ts')).readOffice(from);

/** Readers are loaded when a file of their format comes: a command that reads a text file need not load a PDF library. */
const READERS: Record<FileFormat, () => Promise<Reader>> = {
  docx: async () => readWord,
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  html: async () => (await import('./read-html.ts')).readHtml,
  xlsx: async () => (await import('./read-xlsx.ts')).readXlsx,
  mht: async () => (await import('./read-mht.ts')).readMht,
  image: async () => (await import('./read-image.ts')).readImage,
  txt: async () => readText,
  doc: office('doc'),
  rtf: office('rtf'),
  odt: office('odt'),
  xls: office('xls'),
  ods: office('ods'),
};

/**
 * The blocks of a file, whatever its format, in this process. For files of strangers use `readInWorker`, which bounds time
 * and memory. Errors: those of `detectFormat` and of the readers; `document.cancelled` when the signal is aborted.
 */
export async function readBlocks(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<SourceBlocks> {
  const context = readContext(options);
  const format = detectFormat(bytes, name, context.limits);
  const reader = await READERS[format]();
  const blocks = await reader(bytes, context);
  if (context.signal?.aborted) throw new AppError('document.cancelled');
  return withoutLegacyBlocks(blocks);
}
