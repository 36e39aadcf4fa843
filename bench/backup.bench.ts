import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { checkArchive } from '#server/backup/check-archive.ts';
import { copyIn, copyOut } from '#server/backup/copy-rows.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { writeBackup } from '#server/backup/write-backup.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts';
import { migrate } from '#server/platform/migrate.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { actingAs } from '../tests/support/acting-as.ts';
import { anUpload } from '../tests/support/factories.ts';
import { aPlanOf } from './support/plan-of.ts';
import { reportRatio } from './support/report.ts';

/**
 * Backup and restore of a school's server (files of several years, plans of 300 rows, readings as they are kept) against copying the
 * same bytes without any of it: rows by COPY into plain files and back, files by the system's own copy, everything flushed.
 */
const FILES = 150;
const FILE_BYTES = 2 << 20;
const PLANS = 60;
const ROUNDS = 3;

const directory = await mkdtemp(join(tmpdir(), 'caitien-bench-'));
const server = await startEmbeddedPostgres({ dataDirectory: join(directory, 'data') });
const { owner } = server.access;
await migrate(owner);
const files = new LocalFileStore(join(directory, 'files'));
await fill();
const tables = ['upload', 'plan', 'plan_item', 'audit_entry', 'audit_link'];

const taken: Record<string, number[]> = { backup: [], checked: [], copyOut: [], restore: [], copyIn: [] };
let bytes = 0;
for (let round = 0; round < ROUNDS; round++) {
  const archive = join(directory, `backup-${round}.zip`);
  const raw = join(directory, `raw-${round}`);
  await mkdir(raw);
  await time('copyOut', () => copyEverythingOut(raw));
  await time('backup', async () => {
    bytes = contentOf(
      (await writeBackup({ owner, files, secretFile: null }, { path: archive, now: new Date() })).manifest,
    );
  });
  const { reader, manifest } = await time('checked', () => checkArchive(archive));
  const copied = await emptyDatabase(`raw_${round}`);
  await time('copyIn', () => copyEverythingIn(raw, copied, join(directory, `raw-files-${round}`)));
  const restored = await emptyDatabase(`restored_${round}`);
  const place = join(directory, `restored-${round}`);
  const target = {
    owner: restored,
    files: new LocalFileStore(join(place, 'files')),
    dataDirectory: place,
    ownSecret: 'of this server',
  };
  await time('restore', () => restoreBackup(target, { reader, manifest }, { replace: false }));
  await reader.close();
  for (const name of [archive, raw, place, join(directory, `raw-files-${round}`)]) await rm(name, { recursive: true });
}

const median = (name: string) => taken[name]!.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
const speed = (name: string) => `${Math.round(bytes / 1024 / median(name) / 1.024)} MB/s`;
const volume = `${Math.round(bytes / (1 << 20))} MB`;
reportRatio(
  'backup : raw copy',
  median('copyOut') / median('backup'),
  { atLeast: 0.5 },
  `${volume}, ${speed('backup')}`,
);
const alsoChecked = median('backup') + median('checked');
reportRatio(
  'backup and reading it back : raw copy',
  median('copyOut') / alsoChecked,
  { atLeast: 0.25 },
  speed('checked'),
);
reportRatio('restore : raw copy', median('copyIn') / median('restore'), { atLeast: 0.5 }, speed('restore'));
await server.stop();
await rm(directory, { recursive: true, force: true });

async function time<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  taken[name]!.push(performance.now() - start);
  return result;
}

async function fill(): Promise<void> {
  const db = createDatabase(createPool(server.access.app, 4));
  const context = await actingAs(db);
  for (let index = 0; index < FILES; index++) {
    const kept = await files.put(randomBytes(FILE_BYTES));
    const reading = {
      words: Array.from({ length: 300 }, (_, word) => `Đoạn ${word} của tệp ${index}: bổ sung đồ chơi ngoài trời`),
    };
    await anUpload(db, {
      ...{ school_id: context.schoolId, created_by: context.user.id, ...kept },
      blocks: JSON.stringify(reading) as never,
    });
  }
  for (let index = 0; index < PLANS; index++) {
    await createPlan(context, { document: aPlanOf(300), layout: 'nine-column' });
  }
  await db.destroy();
}

function contentOf(manifest: { tables: { bytes: number }[]; files: { size: number }[] }): number {
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return sum(manifest.tables.map((table) => table.bytes)) + sum(manifest.files.map(({ size }) => size));
}

async function emptyDatabase(database: string): Promise<pg.PoolConfig> {
  await withClient(owner, (client) => client.query(`CREATE DATABASE ${database}`));
  const made = { ...owner, database };
  await migrate(made);
  return made;
}

async function copyEverythingOut(folder: string): Promise<void> {
  await withClient(owner, async (client) => {
    for (const table of tables) {
      await pipeline(
        copyOut(client, `COPY ${table} TO STDOUT`),
        createWriteStream(join(folder, table), { flush: true }),
      );
    }
  });
  await copyFiles(join(directory, 'files'), join(folder, 'files'));
}

async function copyEverythingIn(folder: string, database: pg.PoolConfig, place: string): Promise<void> {
  await withClient(database, async (client) => {
    await client.query('BEGIN');
    // As a superuser without the keys, so that nothing is compared: the bare way of the bytes.
    await client.query(`SET LOCAL session_replication_role = replica`);
    for (const table of tables) {
      await copyIn(
        client,
        `COPY ${table} FROM STDIN`,
        createReadStream(join(folder, table), { highWaterMark: 1 << 18 }),
      );
    }
    await client.query('COMMIT');
  });
  await copyFiles(join(folder, 'files'), place);
}

async function copyFiles(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    await mkdir(join(target, '..'), { recursive: true });
    await copyFile(source, target);
    const file = await open(target, 'r+');
    await file.sync();
    await file.close();
    if ((await stat(target)).size === 0) throw new Error(`${target} is empty`);
  }
}

async function withClient<T>(config: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
