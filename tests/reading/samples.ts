import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '#core/documents/reading.ts';
import { readDocument } from '#server/documents/read-document.ts';

/** The folder of real plans, which is no part of the repository. Tests over it are skipped where it is absent. */
export const SAMPLES = process.env['CAITIEN_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples');

export function hasSample(name: string): boolean {
  return existsSync(join(SAMPLES, name));
}

export async function readSample(name: string): Promise<Reading> {
  return (await readDocument(readFileSync(join(SAMPLES, name)), name)).reading;
}
