import { inflateRawSync } from 'node:zlib';
import { AppError } from '#core/kernel/app-error.ts';
import type { ReadLimits } from './read-limits.ts';

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Bytes. */
const MOST_AT_ONCE = 1 << 20;

/**
 * The parts of a zip file, read by its directory, each unpacked only when asked for and never beyond the limits, whatever
 * sizes the directory claims. Errors: `document.corrupted`, `document.encrypted`, `document.zip-bomb`.
 */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #limits: ReadLimits;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  constructor(bytes: Uint8Array, limits: ReadLimits) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
    for (const entry of readDirectory(this.#bytes)) this.#entries.set(entry.name.replace(/^\//, ''), entry);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Null when there is no such part. */
  read(name: string): Buffer | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw new AppError('document.encrypted');
    const packed = this.#packedBytes(entry);
    if (entry.method === 0) return this.#count(packed);
    if (entry.method !== 8) throw new AppError('document.corrupted', { part: name });
    const room = Math.min(this.#limits.xmlBytes, this.#limits.unpackedBytes - this.#unpacked);
    return this.#count(inflate(packed, entry, room), packed.length);
  }

  #packedBytes(entry: Entry): Buffer {
    const { offset } = entry;
    if (offset + 30 > this.#bytes.length || this.#bytes.readUInt32LE(offset) !== LOCAL_HEADER)
      throw new AppError('document.corrupted', { part: entry.name });
    const start = offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    if (start + entry.packed > this.#bytes.length) throw new AppError('document.corrupted', { part: entry.name });
    return this.#bytes.subarray(start, start + entry.packed);
  }

  #count(data: Buffer, packed = data.length): Buffer {
    this.#unpacked += data.length;
    const { ratio, ratioFromBytes, unpackedBytes } = this.#limits;
    const suspicious = data.length > ratioFromBytes && data.length > ratio * packed;
    if (suspicious || this.#unpacked > unpackedBytes) throw new AppError('document.zip-bomb');
    return data;
  }
}

/** What the directory claims is believed only as to how much room to take at once. */
function inflate(packed: Buffer, { name: part, unpacked }: Entry, room: number): Buffer {
  const chunkSize = Math.min(Math.max(unpacked + 1, 1024), MOST_AT_ONCE);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room), chunkSize });
  } catch (cause) {
    const tooLong = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new AppError(tooLong ? 'document.zip-bomb' : 'document.corrupted', tooLong ? {} : { part }, { cause });
  }
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new AppError('document.corrupted');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands before a comment of at most 64 KB. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new AppError('document.corrupted');
}
