import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '#core/kernel/app-error.ts';
import {
  type ArchiveEntry,
  centralHeader,
  endRecords,
  LENGTH,
  localHeader,
  readCentral,
  SIGNATURE,
  STORED,
} from './zip-layout.ts';

const BLOCK = 1 << 20;

/**
 * Reads an archive that `ArchiveWriter` wrote, and only such a one: every header is written anew from what it says and compared, and
 * entries follow each other without a gap. Nothing is believed that was not compared.
 */
export class ArchiveReader {
  readonly entries: ReadonlyMap<string, ArchiveEntry>;
  /** Of the archive, bytes. */
  readonly size: number;
  readonly #file: FileHandle;

  private constructor(file: FileHandle, size: number, entries: ReadonlyMap<string, ArchiveEntry>) {
    this.#file = file;
    this.size = size;
    this.entries = entries;
  }

  /** @throws AppError `backup.not-there`, `backup.not-an-archive`, `backup.truncated`, `backup.damaged`, `backup.unsafe-path` */
  static async open(path: string): Promise<ArchiveReader> {
    const file = await open(path, 'r').catch((error: unknown) => {
      throw new AppError('backup.not-there', { path }, { cause: error });
    });
    try {
      const { size } = await file.stat();
      return new ArchiveReader(file, size, await readDirectory(file, size));
    } catch (error) {
      await file.close();
      throw (error as { code?: unknown }).code === 'EISDIR' ? new AppError('backup.not-an-archive') : error;
    }
  }

  /** The unpacked bytes. Never more than the entry promises. @throws AppError `backup.damaged`, at the latest at the end */
  async *stream(entry: ArchiveEntry): AsyncGenerator<Buffer> {
    const header = localHeader(entry);
    const found = await readAt(this.#file, entry.offset, header.length);
    if (!found.equals(header)) throw damaged(entry.name);
    const packed = blocks(this.#file, entry.offset + header.length, entry.packed);
    let [crc, size] = [0, 0];
    for await (const chunk of entry.method === STORED ? packed : inflated(packed, entry)) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (size > entry.size) throw damaged(entry.name);
      yield chunk;
    }
    if (size !== entry.size || crc !== entry.crc) throw damaged(entry.name);
  }

  /** All bytes of an entry. @throws AppError `backup.damaged`, also when there are more than `most` */
  async read(entry: ArchiveEntry, most: number): Promise<Buffer> {
    if (entry.size > most) throw damaged(entry.name);
    const chunks: Buffer[] = [];
    for await (const chunk of this.stream(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

export function damaged(part: string): AppError {
  return new AppError('backup.damaged', { part: part.slice(0, 200) });
}

async function readDirectory(file: FileHandle, size: number): Promise<Map<string, ArchiveEntry>> {
  const { count, offset, length } = await readEnd(file, size);
  const entries = new Map<string, ArchiveEntry>();
  const names = new Set<string>();
  let [at, expected] = [offset, 0];
  let window: Buffer = Buffer.alloc(0);
  for (let index = 0; index < count; index++) {
    if (window.length < 70_000) window = await readAt(file, at, Math.min(BLOCK, offset + length - at));
    const found = readCentral(window);
    if (!found || !window.subarray(0, found.length).equals(centralHeader(found.entry))) throw damaged('');
    const { entry } = found;
    requireSafeName(entry.name, names);
    if (entry.offset !== expected) throw damaged(entry.name);
    expected = entry.offset + localHeader(entry).length + entry.packed;
    entries.set(entry.name, entry);
    at += found.length;
    window = window.subarray(found.length);
  }
  if (expected !== offset || at !== offset + length) throw damaged('');
  return entries;
}

/** The end records, compared with what they would be if they were true. */
async function readEnd(file: FileHandle, size: number): Promise<{ count: number; offset: number; length: number }> {
  const begins = await readAt(file, 0, Math.min(4, size));
  if (begins.length < 4 || begins.readUInt32LE(0) !== SIGNATURE.local) throw new AppError('backup.not-an-archive');
  const longest = LENGTH.end64 + LENGTH.locator + LENGTH.end;
  const tail = await readAt(file, Math.max(0, size - longest), Math.min(longest, size));
  const end = tail.subarray(-LENGTH.end);
  if (end.length < LENGTH.end || end.readUInt32LE(0) !== SIGNATURE.end) throw new AppError('backup.truncated');
  const wide = tail.length === longest && tail.readUInt32LE(0) === SIGNATURE.end64;
  const read = (at: number) => Number(tail.readBigUInt64LE(at));
  const found = wide
    ? { count: read(32), length: read(40), offset: read(48) }
    : { count: end.readUInt16LE(10), length: end.readUInt32LE(12), offset: end.readUInt32LE(16) };
  const promised = endRecords(found.count, found.length, found.offset);
  if (!promised.equals(tail.subarray(-promised.length))) throw damaged('');
  if (found.offset + found.length + promised.length !== size) throw new AppError('backup.truncated');
  return found;
}

/** A name that leads nowhere else, on any system, and that no other entry has. @throws AppError `backup.unsafe-path` */
function requireSafeName(name: string, names: Set<string>): void {
  const parts = name.split('/');
  const folded = name.normalize('NFC').toLowerCase();
  const unsafe =
    /[\u0000-\u001f\\:\ufffd]/.test(name) || parts.some((part) => part === '' || part === '.' || part === '..');
  if (unsafe || names.has(folded)) throw new AppError('backup.unsafe-path', { path: name.slice(0, 200) });
  names.add(folded);
}

/** The next block is fetched while one is looked at. */
async function* blocks(file: FileHandle, offset: number, length: number): AsyncGenerator<Buffer> {
  const fetch = (done: number): Promise<Buffer> | null => {
    if (done >= length) return null;
    const block = readAt(file, offset + done, Math.min(BLOCK, length - done));
    block.catch(() => undefined);
    return block;
  };
  let next = fetch(0);
  for (let done = BLOCK; next !== null; done += BLOCK) {
    const block = await next;
    next = fetch(done);
    yield block;
  }
}

/** @throws AppError `backup.damaged` when the packed bytes are not one whole stream */
async function* inflated(packed: AsyncIterable<Buffer>, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  const unpacker = createInflateRaw({ chunkSize: 1 << 18 });
  const feeding = feed(unpacker, packed);
  feeding.catch((error: unknown) => unpacker.destroy(error as Error));
  try {
    yield* unpacker as AsyncIterable<Buffer>;
    await feeding;
  } catch (error) {
    throw error instanceof AppError ? error : damaged(entry.name);
  } finally {
    unpacker.destroy();
  }
  // Bytes behind the end of the stream would be carried along unread.
  if (unpacker.bytesWritten !== entry.packed) throw damaged(entry.name);
}

async function feed(unpacker: ReturnType<typeof createInflateRaw>, packed: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of packed) {
    if (unpacker.destroyed) return;
    if (!unpacker.write(chunk)) await drained(unpacker);
  }
  unpacker.end();
}

/** Listens no longer than it waits: a long entry fills the unpacker thousands of times. */
function drained(unpacker: ReturnType<typeof createInflateRaw>): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      unpacker.off('drain', end).off('close', end);
      resolve();
    };
    unpacker.on('drain', end).on('close', end);
  });
}

/** Exactly these bytes. @throws AppError `backup.truncated` */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new AppError('backup.truncated');
    done += bytesRead;
  }
  return bytes;
}
