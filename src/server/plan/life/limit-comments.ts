import type { Kysely } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import { countEvent } from '#server/platform/count-event.ts';
import type { Database } from '#server/platform/schema.ts';

const HOUR = 60 * 60_000;
/** A person who answers every row of a large plan in one sitting stays below. */
export const MOST_BY_PERSON = 120;
/** One link may be read by a whole class of parents. */
export const MOST_BY_LINK = 100;

/**
 * Counts a comment of somebody, or of a link, in an hour.
 * @throws AppError `comment.too-many-an-hour` with `limit` and the `minutes` to wait
 */
export async function limitComments(
  services: { db: Kysely<Database>; clock: Clock },
  speaker: { schoolId: string; id: string; most: number },
): Promise<void> {
  const now = services.clock.now().getTime();
  const key = `comment:${speaker.schoolId}:${speaker.id}`;
  const { count, since } = await countEvent(services.db, { key, now, span: HOUR });
  if (count <= speaker.most) return;
  const minutes = Math.max(1, Math.ceil((since + HOUR - now) / 60_000));
  throw new AppError('comment.too-many-an-hour', { limit: speaker.most, minutes });
}
