import { getStandards } from '#server/standards/load-standards.ts';
import type { ReadDocument } from './read-document.ts';
import { recogniseInWorker } from './read/read-in-worker.ts';
import type { Progress } from './read/read-limits.ts';

/**
 * `readDocument` for files of strangers: opened and recognised in a process with limits of time and memory, so that a hostile file
 * cannot keep the product from answering. Given a path, the bytes never come into this process. Errors: those of `readInWorker`.
 */
export async function readDocumentInWorker(
  file: Uint8Array | string,
  name: string,
  onProgress: (progress: Progress) => void,
): Promise<ReadDocument> {
  return recogniseInWorker(file, name, getStandards().sets, { onProgress });
}
