import { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';
import type { StaffRow } from '#core/organisations/staff-list/staff-row.ts';

/** A staff list longer than this is more than one school. */
export const MOST_STAFF = 500;

const text = z.string().max(500);
const ROWS = z
  .array(
    z.object({
      row: z.number().int().min(1).max(10_000_000),
      ...{ displayName: text, username: text, jobTitle: text, team: text, phone: text, role: text },
    }),
  )
  .max(MOST_STAFF);

/** The rows that a preview has sent along to be accepted. @throws AppError `request.invalid` */
export function staffRowsOf(json: string): StaffRow[] {
  try {
    return ROWS.parse(JSON.parse(json));
  } catch (error) {
    throw new AppError('request.invalid', { problem: 'rows' }, { cause: error });
  }
}
