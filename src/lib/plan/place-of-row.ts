/** A row of the table with the group that it stands in: rows that follow each other in one group share a heading. */
export interface PlacedRow {
  id: string;
  group: string;
}

/** Where a row goes: it stands there already; below or above another one; or only the server can draw the headings that it needs. */
export type RowPlace = 'stay' | { below: string } | { above: string } | 'redraw';

/**
 * Where a row of somebody else's making goes in the table that is shown.
 * @param rows as they stand, in order
 * @param after the row that it stands below in the plan; null: it is the first
 */
export function placeOfRow(rows: readonly PlacedRow[], row: PlacedRow, after: string | null): RowPlace {
  const own = rows.findIndex(({ id }) => id === row.id);
  const others = rows.filter(({ id }) => id !== row.id);
  const above = after === null ? -1 : others.findIndex(({ id }) => id === after);
  if (after !== null && above < 0) return 'redraw';
  if (own >= 0) {
    if (rows[own]!.group === row.group && (rows[own - 1]?.id ?? null) === after) return 'stay';
    if (isAlone(rows, row.id)) return 'redraw';
  }
  const [before, behind] = [others[above], others[above + 1]];
  if (before?.group === row.group) return { below: before.id };
  return behind?.group === row.group ? { above: behind.id } : 'redraw';
}

/** Whether a row is the only one below its heading, so that taking it away takes the heading away. */
export function isAlone(rows: readonly PlacedRow[], id: string): boolean {
  const index = rows.findIndex((row) => row.id === id);
  const group = rows[index]?.group;
  return rows[index - 1]?.group !== group && rows[index + 1]?.group !== group;
}
