import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';

/**
 * What each page costs: queries to the database (a transaction's BEGIN and COMMIT are two of them) and bytes of the page, as it is and
 * gzipped. A plan of 300 rows lies in the school, so that what asks once per row passes the bound at once.
 */
const MOST_QUERIES = 40;

const directory = await mkdtemp(join(tmpdir(), 'caitien-bench-'));
Object.assign(process.env, { PORT: '0', HOST: '127.0.0.1', CAITIEN_DATA: directory, CAITIEN_LOG: 'warn' });
delete process.env['DATABASE_URL'];

let queries = 0;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  // The queue of jobs asks by itself, over plain connections of its own.
  if (this.constructor !== pg.Client) queries += 1;
  return (query as unknown as (...given: unknown[]) => never).apply(this, args);
} as typeof query;

const { startSchool } = await import('./support/school-with-plan.ts');
const { origin, cookie, planId, itemId, stop } = await startSchool();
const plan = `/plans/${planId}`;
const pages = [
  '/sign-in',
  '/',
  '/plans',
  '/plans/new',
  plan,
  `${plan}/items/${itemId}`,
  `${plan}/items/${itemId}/about`,
  `${plan}/items/${itemId}/comments`,
  `${plan}/document`,
  `${plan}/document/bases`,
  `${plan}/findings`,
  `${plan}/comments`,
  `${plan}/life`,
  `${plan}/preview`,
  `${plan}/kind`,
  '/uploads',
  '/people',
  '/people/groups',
  '/people/cards',
  '/roles',
  '/account',
  '/backups',
  '/standards',
  '/standards/documents',
];
for (const path of pages) {
  const headers = { accept: 'text/html', ...(path === '/sign-in' ? {} : { cookie }) };
  let fewest = Infinity;
  let html = '';
  // The first time of a connection prepares and looks up what later ones know.
  for (let time = 0; time < 3; time++) {
    queries = 0;
    const answer = await fetch(origin + path, { headers, redirect: 'manual' });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    html = await answer.text();
    fewest = Math.min(fewest, queries);
  }
  const met = fewest <= MOST_QUERIES;
  if (!met) process.exitCode = 1;
  const name = path.replace(planId, '…').replace(itemId, '…');
  const sizes = [Buffer.byteLength(html), gzipSync(html).length].map((bytes) => (bytes / 1024).toFixed(1));
  process.stdout.write(
    `${met ? 'ok  ' : 'MISS'} ${name}: ${fewest} queries (at most ${MOST_QUERIES}), ${sizes[0]} KB, ${sizes[1]} KB gzipped\n`,
  );
}
await stop();
await rm(directory, { recursive: true, force: true });
