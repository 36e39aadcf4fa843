import type { SourceBlocks } from '#core/documents/block.ts';
import type { Reading } from '#core/documents/reading.ts';
import { recognise } from '#core/documents/recognise.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { readBlocks } from './read/read-file.ts';
import type { ReadOptions } from './read/read-limits.ts';

export interface ReadDocumentOptions extends ReadOptions {
  /** The standard sets to recognise by; those of `standards/` when left out. */
  sets?: StandardSet[];
}

export interface ReadDocument {
  blocks: SourceBlocks;
  reading: Reading;
}

/**
 * Reads a file of any format and recognises it, in this process. Errors: those of `readBlocks`; recognition itself has none, what
 * it does not understand is `unread`.
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  options: ReadDocumentOptions = {},
): Promise<ReadDocument> {
  const { sets, ...readOptions } = options;
  const blocks = await readBlocks(bytes, name, readOptions);
  options.onProgress?.({ step: 'recognise', done: 0, total: 0 });
  return { blocks, reading: recognise(blocks, { sets: sets ?? getStandards().sets }) };
}
