import { type SearchEntry, searchIndex } from '#core/standards/search-standards.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { loadStandards, type Standards } from '#server/standards/load-standards.ts';

export interface StandardsLibrary extends Standards {
  index: SearchEntry[];
}

let loaded: StandardsLibrary | null = null;

/** The standard sets and legal documents, read and checked once per process. */
export function standardsLibrary(): StandardsLibrary {
  if (loaded === null) {
    const standards = loadStandards();
    loaded = { ...standards, index: searchIndex(standards.sets, standards.legal) };
  }
  return loaded;
}

/** For pages: the same, for people who may read it. @throws AppError `identity.not-allowed` */
export function readStandards(context: Context): StandardsLibrary {
  requirePermission(context, 'standards.view');
  return standardsLibrary();
}
