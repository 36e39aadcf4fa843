import { storable } from '#core/kernel/text.ts';

/** A value for a jsonb column, as text that PostgreSQL takes. Typed as the value because that is what a query gives back. */
export function jsonColumn<T>(value: T): T {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? storable(inner) : inner)) as T;
}
