/** A row of a file, its cells as they are read there. */
export interface SheetRow {
  /** As the program shows it: 1 is the first of the sheet. */
  row: number;
  cells: readonly string[];
}

/** What a staff list can say about one person. */
export const STAFF_FIELDS = ['displayName', 'username', 'jobTitle', 'team', 'phone', 'role'] as const;

export type StaffField = (typeof STAFF_FIELDS)[number];

/** One person of a staff list, as typed; "" where the list says nothing. */
export type StaffRow = { row: number } & Record<StaffField, string>;
