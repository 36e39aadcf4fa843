import { describe, expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { HOSTILE_FILES } from './samples/files/hostile-files.ts';

/** What strangers and broken disks hand in: each ends soon, in a sentence that says what is wrong. Memory is bounded by the worker. */
const SECONDS = 10;

describe('hostile files', () => {
  test.each(HOSTILE_FILES)('%s', { timeout: 30_000 }, async (_, name, make, code) => {
    const bytes = make();
    const start = performance.now();
    const error = await readDocumentInWorker(bytes, name, () => {}).then(
      () => null,
      (reason: unknown) => reason,
    );
    const seconds = (performance.now() - start) / 1000;
    expect(error).toBeInstanceOf(AppError);
    const { code: told, details } = error as AppError;
    expect(told).toMatch(code);
    expect(errorSentence('vi', told, details)).not.toBe(errorSentence('vi', 'no.such.code'));
    expect(seconds).toBeLessThan(SECONDS);
  });
});
