import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { AppError } from '#core/kernel/app-error.ts';
import {
  type ArchiveEntry,
  centralHeader,
  DEFLATED,
  dosStamp,
  endRecords,
  LARGE,
  localHeader,
  STORED,
} from './zip-layout.ts';

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface AddOptions {
  /** Compress: for text, not for documents, which are compressed already. */
  pack?: boolean;
  /** The unpacked bytes may be 4 GB or more. */
  large?: boolean;
}

/** Bytes gathered before they go to the disk. */
const BLOCK = 1 << 20;

/**
 * Writes a ZIP archive of any size, entry by entry, with little memory. Each entry's header is written once its sizes are known, so
 * every program opens the archive. The file must not exist yet.
 */
export class ArchiveWriter {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #stamp: number;
  readonly #entries: ArchiveEntry[] = [];
  /** Where the next entry begins; what stands after it does not count. */
  #end = 0;

  private constructor(path: string, file: FileHandle, stamp: number) {
    this.#path = path;
    this.#file = file;
    this.#stamp = stamp;
  }

  /** @throws AppError `backup.exists`, `backup.unwritable`, `backup.disk-full` */
  static async create(path: string, at: Date): Promise<ArchiveWriter> {
    const file = await open(path, 'wx', 0o600).catch(inWords(path));
    return new ArchiveWriter(path, file, dosStamp(at));
  }

  /** @returns size and SHA-256 (hex) of the unpacked bytes. @throws AppError `backup.disk-full` */
  async add(name: string, chunks: Chunks, options: AddOptions = {}): Promise<{ size: number; sha256: string }> {
    const entry: ArchiveEntry = {
      name,
      method: options.pack ? DEFLATED : STORED,
      crc: 0,
      packed: 0,
      size: 0,
      offset: this.#end,
      stamp: this.#stamp,
      large: options.large ?? false,
    };
    const hash = createHash('sha256');
    const measured = measure(chunks, (chunk) => {
      hash.update(chunk);
      entry.crc = crc32(chunk, entry.crc);
      entry.size += chunk.length;
    });
    const start = entry.offset + localHeader(entry).length;
    entry.packed = await this.#write(start, options.pack ? deflated(measured) : measured);
    if (!entry.large && Math.max(entry.size, entry.packed) >= LARGE) throw new Error(`${name} is large`);
    await this.#writeAt(localHeader(entry), entry.offset);
    this.#entries.push(entry);
    this.#end = start + entry.packed;
    return { size: entry.size, sha256: hash.digest('hex') };
  }

  /** Forgets the entry that was added last. */
  takeBack(): void {
    const last = this.#entries.pop();
    if (last) this.#end = last.offset;
  }

  /** Writes the directory; the archive is on the disk when this returns. @returns its size in bytes */
  async finish(): Promise<number> {
    const offset = this.#end;
    const size = await this.#write(offset, this.#entries.map(centralHeader));
    const end = endRecords(this.#entries.length, size, offset);
    await this.#writeAt(end, offset + size);
    const total = offset + size + end.length;
    await this.#file.truncate(total);
    await this.#file.sync();
    await this.#file.close();
    return total;
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#path, { force: true });
  }

  /** One block goes to the disk while the next is gathered. @returns how many bytes were written from `position` on */
  async #write(position: number, chunks: Chunks): Promise<number> {
    let writing = Promise.resolve();
    let at = position;
    let gathered: Uint8Array[] = [];
    let length = 0;
    const flush = async (): Promise<void> => {
      const block = gathered.length === 1 ? gathered[0]! : Buffer.concat(gathered, length);
      [gathered, length] = [[], 0];
      await writing;
      writing = this.#writeAt(block, at);
      writing.catch(() => undefined);
      at += block.length;
    };
    for await (const chunk of chunks) {
      gathered.push(chunk);
      length += chunk.length;
      if (length >= BLOCK) await flush();
    }
    if (length > 0) await flush();
    await writing;
    return at - position;
  }

  async #writeAt(bytes: Uint8Array, position: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#file
        .write(bytes, done, bytes.length - done, position + done)
        .catch(inWords(this.#path));
      done += bytesWritten;
    }
  }
}

async function* measure(chunks: Chunks, look: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    look(chunk);
    yield chunk;
  }
}

/** The fastest level: rows as text shrink to a fifth with it already. */
async function* deflated(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: 1, chunkSize: 1 << 18 });
  const feeding = feed(packer, chunks);
  feeding.catch((error: unknown) => packer.destroy(error as Error));
  yield* packer as AsyncIterable<Uint8Array>;
  await feeding;
}

async function feed(packer: ReturnType<typeof createDeflateRaw>, chunks: Chunks): Promise<void> {
  for await (const chunk of chunks) {
    if (!packer.write(chunk)) await new Promise((resolve) => packer.once('drain', resolve));
  }
  packer.end();
}

function inWords(path: string): (error: unknown) => never {
  return (error) => {
    const code = (error as { code?: unknown }).code;
    if (code === 'EEXIST') throw new AppError('backup.exists', { path }, { cause: error });
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppError('backup.disk-full', {}, { cause: error });
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('backup.unwritable', { path }, { cause: error });
    throw error;
  };
}
