import type { StaffTable } from '#core/organisations/staff-list/read-staff-table.ts';
import { readStaffInWorker } from './read/read-in-worker.ts';
import type { ReadLimits } from './read/read-limits.ts';

const MEGABYTE = 1024 * 1024;

/** A staff list is small: what is larger is something else. */
const LIMITS: Partial<ReadLimits> = {
  fileBytes: 4 * MEGABYTE,
  unpackedBytes: 32 * MEGABYTE,
  xmlBytes: 8 * MEGABYTE,
  pages: 30,
  totalMilliseconds: 60_000,
};

/**
 * The people of a staff list in Excel, CSV, Word or PDF; null when it has no table with names in it. Read in a process of its own, so that
 * nobody waits for it but the person who brought it. Errors: those of `readInWorker`.
 */
export async function readStaffFile(bytes: Uint8Array, name: string): Promise<StaffTable | null> {
  return readStaffInWorker(bytes, name, { limits: LIMITS });
}
