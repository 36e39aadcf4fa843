import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { serverPid, startWriting, until } from '#tests/support/product-process.ts';
import type { DoorKind } from './embedded/door.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

let directory: string;

beforeEach(async ({ onTestFinished }) => {
  directory = await mkdtemp(join(tmpdir(), 'caitien-supervisor-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
});

async function start(door?: DoorKind): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory: directory, ...(door && { door }) });
  onTestFinished(() => server.stop());
  return server;
}

async function ask<T extends pg.QueryResultRow>(access: pg.ClientConfig, query: string): Promise<T[]> {
  const client = new pg.Client(access);
  await client.connect();
  try {
    return (await client.query<T>(query)).rows;
  } finally {
    await client.end();
  }
}

const schoolIds = async (server: EmbeddedPostgres): Promise<Set<string>> =>
  new Set(
    (await ask<{ school_id: string }>(server.access.owner, 'SELECT school_id FROM school')).map((row) => row.school_id),
  );

describe('no acknowledged row is lost', () => {
  test('when the app is killed under writes, and the next start works at once', async () => {
    const app = await startWriting(directory, 200);
    await app.kill('SIGKILL');
    const began = Date.now();
    const server = await start();
    expect(Date.now() - began).toBeLessThan(10_000);
    const kept = await schoolIds(server);
    expect(app.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  test('when the server is killed under writes: it is started again and the app goes on', async () => {
    const app = await startWriting(directory, 100);
    const killed = await serverPid(directory);
    process.kill(killed, 'SIGKILL');
    const before = app.acknowledged.length;
    await until(() => app.acknowledged.length > before + 50, 20_000);
    expect(await serverPid(directory)).not.toBe(killed);
    await app.kill('SIGTERM');
    const kept = await schoolIds(await start());
    expect(app.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  test('when somebody else asks the server to stop while the app is connected: it is back within seconds', async () => {
    const app = await startWriting(directory, 50);
    const asked = await serverPid(directory);
    process.kill(asked, 'SIGTERM');
    await until(async () => (await serverPid(directory).catch(() => asked)) !== asked, 20_000);
    const after = app.acknowledged.length;
    await until(() => app.acknowledged.length > after + 50, 20_000);
    await app.kill('SIGTERM');
    const kept = await schoolIds(await start());
    expect(app.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  test('when both are killed at once', async () => {
    const app = await startWriting(directory, 100);
    process.kill(await serverPid(directory), 'SIGKILL');
    await app.kill('SIGKILL');
    const kept = await schoolIds(await start());
    expect(app.acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});

test('a second start is quick, and a clean stop leaves nothing running', async () => {
  const first = await startEmbeddedPostgres({ dataDirectory: directory });
  const socket = first.access.owner.host ?? '';
  await first.stop();
  await first.stop();
  await expect(readFile(join(directory, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT');
  await expect(stat(socket)).rejects.toThrow('ENOENT');
  expect(await readdir(directory)).not.toContain('app.lock');
  const began = Date.now();
  await start();
  expect(Date.now() - began).toBeLessThan(3_000);
});

test('a second app is refused while the first one runs', async () => {
  await start();
  await expect(startEmbeddedPostgres({ dataDirectory: directory })).rejects.toMatchObject({
    code: 'data.in-use',
    details: { pid: process.pid },
  });
});

test('of several apps that start at once on a lock left behind, one wins', async () => {
  await writeFile(
    join(directory, 'app.lock'),
    JSON.stringify({ pid: 2 ** 22 - 1, started: null, host: 'x', token: 'x' }),
  );
  const old = new Date(Date.now() - 60_000);
  await utimes(join(directory, 'app.lock'), old, old);
  const tries = Array.from({ length: 4 }, () => startEmbeddedPostgres({ dataDirectory: directory }));
  const ended = await Promise.allSettled(tries);
  const winners = ended.filter((one) => one.status === 'fulfilled').map((one) => one.value);
  for (const winner of winners) onTestFinished(() => winner.stop());
  expect(winners).toHaveLength(1);
});

test('a postmaster.pid whose number now belongs to another program is no server', async () => {
  const first = await startEmbeddedPostgres({ dataDirectory: directory });
  await first.stop();
  await writeFile(join(directory, 'postgres/postmaster.pid'), `${process.pid}\n${directory}/postgres\n`);
  await start();
});

test('a first start that was interrupted is begun again', async () => {
  await mkdir(join(directory, 'postgres.new'));
  await writeFile(join(directory, 'postgres.new/PG_VERSION'), '18\n');
  await start();
});

describe.each(['socket', 'loopback'] as const)('through %s', (door) => {
  test('both roles come in with their password only', async () => {
    const { access } = await start(door);
    expect(await ask(access.owner, 'SELECT current_user AS me')).toEqual([{ me: 'caitien_owner' }]);
    expect(await ask(access.app, 'SELECT current_user AS me')).toEqual([{ me: 'caitien_app' }]);
    await expect(ask({ ...access.app, password: 'guess' }, 'SELECT 1')).rejects.toThrow(/password/);
    await expect(ask({ ...access.owner, password: '' }, 'SELECT 1')).rejects.toThrow(/password/);
  });

  test('the passwords are on no disk', async () => {
    const { access } = await start(door);
    const found: string[] = [];
    for (const file of await readdir(directory, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || /base|pg_wal/.test(file.parentPath)) continue;
      const text = await readFile(join(file.parentPath, file.name), 'latin1').catch(() => '');
      if (text.includes(String(access.owner.password)) || text.includes(String(access.app.password)))
        found.push(file.name);
    }
    expect(found).toEqual([]);
  });
});

test('durable, checked, and Vietnamese in order', async () => {
  const server = await start();
  const [settings] = await ask(
    server.access.owner,
    `SELECT current_setting('fsync') AS fsync, current_setting('data_checksums') AS checksums,
      current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding`,
  );
  expect(settings).toEqual({ fsync: 'on', checksums: 'on', commit: 'on', encoding: 'UTF8' });
  expect(server.collationVersion).toMatch(/^\d+\./);
  const words = `SELECT w FROM unnest(ARRAY['dân', 'đội', 'e', 'ê', 'da', 'bé', 'bè', 'z']) w ORDER BY w COLLATE "vi-x-icu"`;
  const sorted = await ask<{ w: string }>(server.access.app, words);
  expect(sorted.map(({ w }) => w)).toEqual(['bè', 'bé', 'da', 'dân', 'đội', 'e', 'ê', 'z']);
});

test('the socket and the files are closed to others', async () => {
  const { access } = await start();
  const modes = await Promise.all(
    [access.owner.host ?? '', join(directory, 'postgres'), join(directory, 'postgres.log')].map((path) => stat(path)),
  );
  expect(modes.map(({ mode }) => (mode & 0o077).toString(8))).toEqual(['0', '0', '0']);
});

test('a file where the data directory should be', async () => {
  const path = join(directory, 'file');
  await writeFile(path, '');
  await expect(startEmbeddedPostgres({ dataDirectory: join(path, 'data') })).rejects.toMatchObject({
    code: 'data.unwritable',
  });
});

test.skipIf(process.getuid?.() === 0)('a data directory that may not be written', async () => {
  await chmod(directory, 0o500);
  onTestFinished(() => chmod(directory, 0o700));
  await expect(startEmbeddedPostgres({ dataDirectory: directory })).rejects.toMatchObject({ code: 'data.unwritable' });
});
