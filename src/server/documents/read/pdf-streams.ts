import { inflateSync } from 'node:zlib';
import { AppError } from '#core/kernel/app-error.ts';

/** A page of A4 in full colour at 600 dots per inch, unpacked, and no more. */
const MOST_UNPACKED = 128 * 1024 * 1024;

const OPENING = /stream\r?\n/y;

/**
 * Refuses a PDF of which one stream unpacks to more than a page can hold, before anybody takes it apart: few bytes may stand for
 * hundreds of megabytes (PDF 32000-1, 7.4.4). Error: `document.zip-bomb`.
 */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    OPENING.lastIndex = 0;
    const start = at + (OPENING.exec(file.toString('latin1', at, at + 8))?.[0].length ?? Infinity);
    // Packed with zlib: its two first bytes say so (RFC 1950).
    if (start + 2 <= file.length && (file[start]! & 15) === 8 && file.readUInt16BE(start) % 31 === 0)
      checkStream(file.subarray(start));
  }
}

function checkStream(packed: Buffer): void {
  try {
    inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
  } catch (cause) {
    const tooLong = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    // Whatever else is wrong with a stream, the reader of the format makes the best of it.
    if (tooLong) throw new AppError('document.zip-bomb', {}, { cause });
  }
}
