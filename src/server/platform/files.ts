import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '#core/kernel/app-error.ts';

/** Bytes by their SHA-256 (lower-case hex). Storing the same bytes twice keeps them once. */
export interface FileStore {
  /** Durable when it returns. @throws AppError `files.disk-full` or `files.unwritable` */
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>;
  /** @throws AppError `files.missing`, or `files.damaged` when the bytes no longer have this hash */
  get(sha256: string): Promise<Buffer>;
  /** For large answers; not verified while it flows. @throws AppError `files.missing` */
  stream(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** A folder "ab/cd/abcd…" per first four digits, so that no folder grows large. */
export class LocalFileStore implements FileStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async put(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const sha256 = hashOf(bytes);
    const target = this.#pathOf(sha256);
    const kept = await stat(target).catch(() => null);
    if (kept?.size !== bytes.byteLength) await writeDurably(target, bytes).catch(rethrowInWords);
    return { sha256, size: bytes.byteLength };
  }

  async get(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.#pathOf(sha256)).catch(missing(sha256));
    if (hashOf(bytes) !== sha256) throw new AppError('files.damaged', { sha256 });
    return bytes;
  }

  async stream(sha256: string): Promise<Readable> {
    const path = this.#pathOf(sha256);
    await stat(path).catch(missing(sha256));
    return createReadStream(path);
  }

  async has(sha256: string): Promise<boolean> {
    return (await stat(this.#pathOf(sha256)).catch(() => null)) !== null;
  }

  #pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new AppError('files.missing', { sha256 });
    return join(this.#root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A name appears only once its bytes are on the disk, and the entry in the folder is flushed too. */
async function writeDurably(target: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${target}.${randomUUID()}.part`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
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
