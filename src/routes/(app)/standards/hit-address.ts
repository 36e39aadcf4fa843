import type { SearchHit } from '#core/standards/search-standards.ts';

/** The page, and the place on it, that shows what a search found. */
export function hitAddress(hit: SearchHit): string {
  if (hit.set === null) return `/standards/documents?q=${encodeURIComponent(hit.code)}`;
  if (hit.criterion !== null) return `/standards/${hit.set}/${hit.criterion}`;
  return `/standards/${hit.set}#${hit.kind === 'clause' ? 'clauses' : `standard-${hit.code}`}`;
}
