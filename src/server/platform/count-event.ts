import { type Kysely, sql } from 'kysely';
import { newId } from './ids.ts';
import type { Database } from './schema.ts';

/**
 * Counts something that may happen so often in a span of time. Counted in the database: limits hold over restarts and over several
 * machines. A count that began later than now was begun by a clock that was wrong, and begins anew: once the clock is right again nobody
 * waits for years. Clocks of several machines may differ by less than the span.
 * @param now milliseconds
 * @param span milliseconds; the count begins anew that long after its first event
 * @returns the count with this event, and when the span began
 */
export async function countEvent(
  db: Kysely<Database>,
  event: { key: string; now: number; span: number },
): Promise<{ count: number; since: number }> {
  const { key, now, span } = event;
  const isOver = sql<boolean>`"rateLimit"."lastRequest" NOT BETWEEN ${now - span + 1} AND ${now + span}`;
  const row = await db
    .insertInto('rateLimit')
    .values({ id: newId(), key, count: 1, lastRequest: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`CASE WHEN ${isOver} THEN 1 ELSE "rateLimit".count + 1 END`,
        lastRequest: sql<number>`CASE WHEN ${isOver} THEN ${now} ELSE "rateLimit"."lastRequest" END`,
      }),
    )
    .returning(['count', 'lastRequest'])
    .executeTakeFirstOrThrow();
  return { count: row.count, since: Number(row.lastRequest) };
}
