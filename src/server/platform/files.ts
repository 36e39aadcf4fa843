import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '#core/kernel/app-error.ts';
import { sha256 as hashOfBytes } from './sha256.ts';

/** Bytes by their SHA-256 (lower-case hex). Storing the same bytes twice keeps them once. */
export interface FileStore {
  /**
   * Takes bytes whole, or as they flow in: they go to the disk piece by piece, never as a whole into memory. Durable when it returns;
   * when the flow breaks off with an error, nothing is kept and that error is thrown.
   * @throws AppError `files.disk-full` or `files.unwritable`
   */
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }>;
  /** @throws AppError `files.missing`, or `files.damaged` when the bytes no longer have this hash */
  get(sha256: string): Promise<Buffer>;
  /** For large answers; not verified while it flows. @throws AppError `files.missing` */
  stream(sha256: string): Promise<Readable>;
  /** Where another process of this machine finds the bytes, to read only. @throws AppError `files.missing` */
  path(sha256: string): Promise<string>;
  has(sha256: string): Promise<boolean>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Holds what is still flowing in. */
const INCOMING = 'incoming';

/** A folder "ab/cd/abcd…" per first four digits, so that no folder grows large. */
export class LocalFileStore implements FileStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async put(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
    const incoming = join(this.#root, INCOMING);
    const temporary = join(incoming, randomUUID());
    try {
      await mkdir(incoming, { recursive: true, mode: 0o700 }).catch(rethrowInWords);
      const { sha256, size } = await writeDurably(temporary, bytes instanceof Uint8Array ? [bytes] : bytes);
      await this.#keep(temporary, sha256, size).catch(rethrowInWords);
      return { sha256, size };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** The name appears only now that its bytes are on the disk, and the entry in the folder is flushed too. */
  async #keep(temporary: string, sha256: string, size: number): Promise<void> {
    const target = this.#pathOf(sha256);
    const kept = await stat(target).catch(() => null);
    if (kept?.size === size) return;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(temporary, target);
    await syncFolder(dirname(target));
  }

  /** Removes what was still flowing in when an earlier process died, if nothing has come for so many milliseconds. */
  async removeUnfinished(untouchedFor: number): Promise<void> {
    const incoming = join(this.#root, INCOMING);
    for (const name of await readdir(incoming).catch(() => [])) {
      const file = join(incoming, name);
      const touched = await stat(file).catch(() => null);
      if (touched && Date.now() - touched.mtimeMs >= untouchedFor) await rm(file, { force: true });
    }
  }

  async get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.#pathOf(sha256)).catch(missing(sha256));
    if (hashOfBytes(bytes) !== sha256) throw new AppError('files.damaged', { sha256 });
    return bytes;
  }

  async stream(sha256: string): Promise<Readable> {
    return createReadStream(await this.path(sha256));
  }

  async path(sha256: string): Promise<string> {
    const path = this.#pathOf(sha256);
    await stat(path).catch(missing(sha256));
    return path;
  }

  async has(sha256: string): Promise<boolean> {
    return (await stat(this.#pathOf(sha256)).catch(() => null)) !== null;
  }

  #pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new AppError('files.missing', { sha256 });
    return join(this.#root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/** Errors of the disk are told in words, those of the flow are thrown as they come. */
async function writeDurably(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600).catch(rethrowInWords);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.byteLength;
      await file.writeFile(chunk).catch(rethrowInWords);
    }
    await file.sync().catch(rethrowInWords);
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Windows cannot open folders; its rename is journalled. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  if (handle === null) return;
  try {
    await handle.sync();
  } catch {
    return;
  } finally {
    await handle.close();
  }
}

function missing(sha256: string): (error: unknown) => never {
  return (error) => {
    if (codeOf(error) === 'ENOENT') throw new AppError('files.missing', { sha256 }, { cause: error });
    throw error;
  };
}

function rethrowInWords(error: unknown): never {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppError('files.disk-full', {}, { cause: error });
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    throw new AppError('files.unwritable', {}, { cause: error });
  throw error;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
