import type { Kysely } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import { countEvent } from '#server/platform/count-event.ts';
import type { Database } from '#server/platform/schema.ts';

/** Routes that hand out a file: each costs work, and a stolen session could empty the school by them. */
export const DOWNLOAD_ROUTES: ReadonlySet<string> = new Set([
  '/(app)/plans/[plan=id]/download',
  '/(app)/plans/[plan=id]/issues/[revision]/[format]',
  '/(app)/uploads/[upload=id]/file',
  '/(app)/backups/export',
  '/(app)/backups/[name]',
  '/(app)/people/import/sample',
]);

const SPAN = 10 * 60_000;
/** Every plan of a dozen years as Word and PDF, and some more. */
const MOST = 100;

/** @throws AppError `request.too-many-downloads` with `minutes` to wait */
export async function limitDownloads(services: { db: Kysely<Database>; clock: Clock }, userId: string): Promise<void> {
  const now = services.clock.now().getTime();
  const { count, since } = await countEvent(services.db, { key: `download:${userId}`, now, span: SPAN });
  if (count <= MOST) return;
  throw new AppError('request.too-many-downloads', { minutes: Math.max(1, Math.ceil((since + SPAN - now) / 60_000)) });
}
