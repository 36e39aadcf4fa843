import { recognise } from '#core/documents/recognise.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import type { ReadDocument } from './read-document.ts';
import { readInWorker } from './read/read-in-worker.ts';
import type { Progress } from './read/read-limits.ts';

/**
 * `readDocument` for files of strangers: the file is opened in a process with limits of time and memory; recognition, which sees
 * nothing but text, runs here. Errors: those of `readInWorker`.
 */
export async function readDocumentInWorker(
  bytes: Uint8Array,
  name: string,
  onProgress: (progress: Progress) => void,
): Promise<ReadDocument> {
  const blocks = await readInWorker(bytes, name, { onProgress });
  onProgress({ step: 'recognise', done: 0, total: 0 });
  return { blocks, reading: recognise(blocks, { sets: getStandards().sets }) };
}
