import { isId } from '#server/platform/ids.ts';

/** Where a list goes on: the last entry of the page before, as it stands in the address. */
export interface PageKey {
  createdAt: Date;
  id: string;
}

/** "2026-11-22T01:00:00.000Z_<id>" */
export function writeKey({ createdAt, id }: PageKey): string {
  return `${createdAt.toISOString()}_${id}`;
}

/** Null for anything that `writeKey` did not write. */
export function readKey(text: string | null): PageKey | null {
  const [moment = '', id = ''] = text?.split('_') ?? [];
  // Years of four digits only: the database does not know all moments that a date of the language can name.
  const createdAt = new Date(/^\d{4}-/.test(moment) ? moment : NaN);
  return isId(id) && !Number.isNaN(createdAt.getTime()) ? { createdAt, id } : null;
}
