import { checkDatabase } from '#server/platform/check-database.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** For start scripts and watchdogs: 200 as soon as pages can be served from the database. */
export const GET: RequestHandler = async () => {
  await checkDatabase(services().db);
  return new Response('ok', { headers: { 'cache-control': 'no-store' } });
};
