import { describe, expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { recogniseInWorker } from '#server/documents/read/read-in-worker.ts';
import { DEFAULT_LIMITS } from '#server/documents/read/read-limits.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { HOSTILE_FILES } from './samples/files/hostile-files.ts';
import { HOSTILE_WORK } from './samples/files/hostile-work.ts';
import { watchReader } from './support/watch-reader.ts';

/** What strangers and broken disks hand in: each ends soon and with little memory, in a sentence that says what is wrong. */
const SECONDS = 10;
const MEGABYTES = 512;

describe('hostile files', () => {
  test.each(HOSTILE_FILES)('%s', { timeout: 30_000 }, async (_, name, make, code) => {
    const bytes = make();
    const { told, seconds, megabytes } = await refusalOf(() => readDocumentInWorker(bytes, name, () => {}));
    expect(told).toMatch(code);
    expect(seconds).toBeLessThan(SECONDS);
    expect(megabytes).toBeLessThan(MEGABYTES);
  });
});

/** Of the time that a file has (`ReadLimits.workMilliseconds`) a fifth is enough to see that it is not had twice. */
const SHARE = 0.2;
/** Seconds to start a process on a machine that does other things too. */
const STARTING = 3;

describe('files that would be worked at for minutes', () => {
  test.each(HOSTILE_WORK)('%s', { timeout: 30_000 }, async (_, name, make) => {
    const bytes = make();
    const { sets } = getStandards();
    const limits = { workMilliseconds: SHARE * DEFAULT_LIMITS.workMilliseconds };
    const { told, seconds, megabytes } = await refusalOf(() => recogniseInWorker(bytes, name, sets, { limits }));
    expect(told).toMatch(/timeout|out-of-memory/);
    expect(seconds).toBeLessThan(limits.workMilliseconds / 1000 + STARTING);
    expect(megabytes).toBeLessThan(MEGABYTES);
  });

  test('with a share of the time for starting, what a file may take is below what was promised', () => {
    expect(DEFAULT_LIMITS.workMilliseconds / 1000 + 1).toBeLessThan(SECONDS);
    expect(DEFAULT_LIMITS.memoryMegabytes).toBeLessThanOrEqual(MEGABYTES);
  });
});

/** How reading ends: the code, which has a sentence of its own, after how long, and how large the reading process became. */
async function refusalOf(read: () => Promise<unknown>): Promise<{ told: string; seconds: number; megabytes: number }> {
  const peak = watchReader();
  const start = performance.now();
  const error = await read().then(
    () => null,
    (reason: unknown) => reason,
  );
  const seconds = (performance.now() - start) / 1000;
  const megabytes = peak();
  expect(error).toBeInstanceOf(AppError);
  const { code: told, details } = error as AppError;
  expect(errorSentence('vi', told, details)).not.toBe(errorSentence('vi', 'no.such.code'));
  return { told, seconds, megabytes };
}
