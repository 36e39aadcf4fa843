import { openDatabase } from '#server/platform/open-database.ts';
import { loadConfig } from '#server/platform/config.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { createLog } from '#server/platform/log.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

/**
 * A product process that saves schools as fast as it can from several connections and prints the key of each one only
 * after its commit was acknowledged. Tests kill it, or the server under it, and count. Lines: "ready", then one id
 * each.
 */
const database = await openDatabase(loadConfig(), createLog('silent'));
const db = createDatabase(createPool(database.access.app, 4));
process.stdout.write(`ready\n`);
process.once('SIGTERM', () => void database.close().then(() => process.exit(0)));

await Promise.all(Array.from({ length: 4 }, () => write()));

async function write(): Promise<never> {
  while (true) {
    const school = newId();
    try {
      await inSchool(db, school, (trx) => trx.insertInto('school').values(aSchool(school)).execute());
      process.stdout.write(`${school}\n`);
    } catch {
      // The server was killed under it: what was not acknowledged is not counted.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function aSchool(school_id: string) {
  return { school_id, name: 'Trường Thử', school_type: 'primary' as const, governing_body: null, place: null };
}
