import { readFile } from 'node:fs/promises';
import { recognise } from '#core/documents/recognise.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { readBlocks } from './read-file.ts';
import type { ReadOptions } from './read-limits.ts';
import { readStaffList } from './read-staff-list.ts';
import type { FromReader, ToReader } from './read-in-worker.ts';

/** The program of the process that reads one file for `readInWorker` and ends. */
process.once('message', (message: ToReader) => {
  read(message).then(finish, (error: unknown) => finish(describe(error)));
});
process.once('disconnect', () => process.exit(0));

async function read({ file, name, limits, as }: ToReader): Promise<FromReader> {
  const bytes = typeof file === 'string' ? await readFile(file) : file;
  const options: ReadOptions = {
    limits,
    ownBytes: true,
    onProgress: (progress) => send({ kind: 'progress', progress }),
    onSlow: (slow) => send({ kind: 'slow', slow }),
  };
  if (as.kind === 'staff-list') return { kind: 'done', result: await readStaffList(bytes, name, options) };
  const blocks = await readBlocks(bytes, name, options);
  if (as.kind === 'blocks') return { kind: 'done', result: blocks };
  send({ kind: 'progress', progress: { step: 'recognise', done: 0, total: 0 } });
  return { kind: 'done', result: { blocks, reading: recognise(blocks, { sets: as.sets }) } };
}

function describe(error: unknown): FromReader {
  if (error instanceof AppError) return { kind: 'error', code: error.code, details: { ...error.details } };
  return { kind: 'error', code: 'document.reader-failed', details: { reason: String(error).slice(0, 300) } };
}

function send(message: FromReader): void {
  process.send?.(message);
}

function finish(message: FromReader): void {
  process.send?.(message, () => process.exit(0));
}
