/** As much of a row as tells whether somebody who knows the plan knows it: each change of a row adds one to its version. */
export interface RowMark {
  id: string;
  version: number;
}

/**
 * Eight hex digits over the rows of a plan in their order and versions (FNV-1a, 32 bits): whoever has another one has missed something.
 * It guards against an oversight, not against an attacker.
 */
export function fingerprintOf(rows: Iterable<RowMark>): string {
  let hash = 0x811c9dc5;
  for (const { id, version } of rows) {
    for (const character of `${id}:${version};`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What happened between two looks at the rows of a plan. */
export interface RowChanges {
  /** Rows that are new or in another version, in the order of the plan, each with the row that it stands below (null: the first). */
  changed: { id: string; after: string | null }[];
  /** Rows that were there and are not any more; `version` is the newest that is known. */
  removed: RowMark[];
}

/**
 * Compares states, not a log, so that it does not matter in which order changes were committed and by whose clock.
 * @param now the rows of the plan in order; those taken out of it may be among them, marked as such
 */
export function changesBetween(
  before: ReadonlyMap<string, RowMark>,
  now: readonly (RowMark & { removed: boolean })[],
): RowChanges {
  const changes: RowChanges = { changed: [], removed: [] };
  const standing = new Set<string>();
  const newest = new Map<string, RowMark>();
  let after: string | null = null;
  for (const row of now) {
    newest.set(row.id, row);
    if (row.removed) continue;
    standing.add(row.id);
    if (before.get(row.id)?.version !== row.version) changes.changed.push({ id: row.id, after });
    after = row.id;
  }
  for (const { id, version } of before.values()) {
    if (!standing.has(id)) changes.removed.push({ id, version: newest.get(id)?.version ?? version });
  }
  return changes;
}
