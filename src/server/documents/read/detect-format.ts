import type { SourceFormat } from '#core/documents/block.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { ReadLimits } from './read-limits.ts';
import type { OfficeFormat } from './read-office.ts';
import { decodeText } from './text-encoding.ts';
import { ZipArchive } from './zip-archive.ts';

/** A format that can be read; those that are not a `SourceFormat` become one on the way. */
export type FileFormat = SourceFormat | OfficeFormat | 'mht';

/**
 * The format of a file by its content; its name only fills the sentence of an error. Errors: `document.empty`,
 * `document.too-large`, `document.encrypted`, `document.corrupted`, `document.wrong-type` (a name of a kind that can be read
 * over content that cannot), `document.unsupported` (`found` names what it is).
 */
export function detectFormat(bytes: Uint8Array, name: string, limits: ReadLimits): FileFormat {
  checkSize(bytes, limits.fileBytes);
  if (isEmpty(bytes)) throw new AppError('document.empty');
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return detectZip(bytes, name, limits);
  if (startsWith(bytes, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return detectOle(bytes, name);
  if (latin(bytes, 0, 1024).includes('%PDF-')) return detectPdf(bytes);
  if (isImage(bytes)) return 'image';
  const foreign = FOREIGN.find(([magic, offset]) => startsWith(bytes, magic, offset));
  if (foreign) throw unreadable(name, foreign[2]);
  const format = detectText(bytes, name);
  checkSize(bytes, limits.xmlBytes / 2);
  return format;
}

/** Text takes many times its size in memory, so that it has a lower limit. */
function checkSize(bytes: Uint8Array, limit: number): void {
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  if (bytes.length > limit)
    throw new AppError('document.too-large', { megabytes: megabytes(bytes.length), limit: megabytes(limit) });
}

function detectZip(bytes: Uint8Array, name: string, limits: ReadLimits): FileFormat {
  const zip = new ZipArchive(bytes, limits);
  const names = zip.names;
  if (names.some((each) => /^word\/document\d*\.xml$/.test(each))) return 'docx';
  if (names.some((each) => /^xl\/workbook\d*\.xml$/.test(each))) return 'xlsx';
  if (names.includes('xl/workbook.bin')) throw unreadable(name, 'xlsb');
  if (names.some((each) => each.startsWith('ppt/'))) throw unreadable(name, 'pptx');
  const mimetype = names.includes('mimetype') ? latin(zip.read('mimetype') ?? new Uint8Array(), 0, 100) : '';
  const open = /opendocument\.(text|spreadsheet|presentation)/.exec(mimetype)?.[1];
  if (open === 'text') return 'odt';
  if (open === 'spreadsheet') return 'ods';
  if (open) throw unreadable(name, 'odp');
  // A Word file may name its main part as it likes; the content types tell.
  const types = zip.has('[Content_Types].xml')
    ? Buffer.from(zip.read('[Content_Types].xml') ?? []).toString('utf8')
    : '';
  if (types.includes('wordprocessingml')) return 'docx';
  if (types.includes('spreadsheetml')) return 'xlsx';
  throw unreadable(name, 'zip');
}

/** Without the end of a single object, a search for what can be saved of it would take long and find nothing. */
function detectPdf(bytes: Uint8Array): SourceFormat {
  if (!asBuffer(bytes).includes('endobj')) throw new AppError('document.corrupted');
  return 'pdf';
}

/** Old Office files and encrypted new ones are both OLE containers; the names of their streams are UTF-16 in the directory. */
function detectOle(bytes: Uint8Array, name: string): FileFormat {
  const has = (stream: string) => asBuffer(bytes).includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) throw new AppError('document.encrypted');
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book\0')) return 'xls';
  if (has('PowerPoint Document')) throw unreadable(name, 'ppt');
  throw unreadable(name, 'ole');
}

function detectText(bytes: Uint8Array, name: string): FileFormat {
  const head = bytes.subarray(0, 65_536);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && looksBinary(head)) throw unreadable(name, 'binary');
  const text = decodeText(utf16 ? bytes : head, { partial: true });
  const start = text.slice(0, 20_000).trimStart();
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^MIME-Version:/im.test(start.slice(0, 2000)) && /multipart\/related/i.test(start.slice(0, 4000))) return 'mht';
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|div|p|span|article|section|h[1-6])\b/i.test(
      start,
    )
  )
    return 'html';
  if ((start.match(/<\/?(p|div|table|tr|td|br|span|html|body)\b[^>]*>/gi) ?? []).length > 10) return 'html';
  return 'txt';
}

function looksBinary(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) odd++;
  }
  return odd > head.length * 0.02;
}

function isEmpty(bytes: Uint8Array): boolean {
  if (bytes.length > 4096) return false;
  return (
    bytes.every((byte) => byte === 0 || byte === 9 || byte === 10 || byte === 13 || byte === 32) ||
    decodesToNothing(bytes)
  );
}

/** A byte order mark alone. */
function decodesToNothing(bytes: Uint8Array): boolean {
  return bytes.length <= 3 && /^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)$/.test(latin(bytes, 0, 3));
}

function isImage(bytes: Uint8Array): boolean {
  return (
    IMAGES.some((magic) => startsWith(bytes, magic)) || (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8))
  );
}

const IMAGES = ['\xFF\xD8\xFF', '\x89PNG\r\n\x1A\n'];

const FOREIGN: [magic: string, offset: number, name: string][] = [
  ['ftypheic', 4, 'heic'],
  ['ftypheix', 4, 'heic'],
  ['ftypmif1', 4, 'heic'],
  ['ftypavif', 4, 'avif'],
  ['II*\0', 0, 'tiff'],
  ['MM\0*', 0, 'tiff'],
  ['GIF8', 0, 'gif'],
  ['Rar!', 0, 'rar'],
  ["7z\xBC\xAF'\x1C", 0, '7z'],
  ['\x1F\x8B', 0, 'gzip'],
  ['MZ', 0, 'program'],
  ['\x7FELF', 0, 'program'],
  ['AT&TFORM', 0, 'djvu'],
];

const READABLE = /\.(docx|docm|doc|pdf|html?|mht|mhtml|txt|rtf|odt|xlsx|xlsm|xls|ods|jpe?g|png|webp)$/i;

function unreadable(name: string, found: string): AppError {
  const extension = READABLE.exec(name)?.[1]?.toLowerCase();
  return extension
    ? new AppError('document.wrong-type', { extension, found })
    : new AppError('document.unsupported', { found });
}

function startsWith(bytes: Uint8Array, magic: string, offset = 0): boolean {
  return latin(bytes, offset, offset + magic.length) === magic;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return asBuffer(bytes).toString('latin1', from, to);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
