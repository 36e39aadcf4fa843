import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { HOSTILE_FILES } from './samples/files/hostile-files.ts';

/** What strangers and broken disks hand in: each ends soon and with little memory, in a sentence that says what is wrong. */
const SECONDS = 10;
const MEGABYTES = 512;

describe('hostile files', () => {
  test.each(HOSTILE_FILES)('%s', { timeout: 30_000 }, async (_, name, make, code) => {
    const bytes = make();
    const peak = watchReader();
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
    expect(peak()).toBeLessThan(MEGABYTES);
  });
});

/** Most megabytes that a process started from here was ever resident with, as far as the system tells (proc(5), VmHWM). */
function watchReader(): () => number {
  let most = 0;
  const look = setInterval(() => {
    for (const task of filesIn('/proc/self/task')) {
      for (const child of contentOf(`/proc/self/task/${task}/children`).split(' ').filter(Boolean)) {
        const kilobytes = /^VmHWM:\s+(\d+)/m.exec(contentOf(`/proc/${child}/status`))?.[1];
        most = Math.max(most, Number(kilobytes ?? 0) / 1024);
      }
    }
  }, 10);
  return () => {
    clearInterval(look);
    return most;
  };
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
