import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { createSeal } from '#server/identity/seal.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { aColleague, aSecondFactor } from '#tests/support/factories.ts';
import { aSchoolWithEverything, type FullSchool } from '#tests/support/full-school.ts';
import { useDatabase, useEmptyDatabase } from '#tests/support/use-database.ts';
import { caitien } from './caitien.ts';
import type { CliIo } from './cli-io.ts';

/** The commands as they are typed, on a server behind an address. */
const { db, owner, access } = await useDatabase();
const empty = await useEmptyDatabase();
const other = await useEmptyDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-cli-'));
const archive = join(folder, 'sao-luu.zip');
let school: FullSchool;

beforeAll(async () => {
  const files = new LocalFileStore(join(folder, 'here', 'files'));
  school = await aSchoolWithEverything(db, files);
  const userId = await aColleague(db, { schoolId: school.context.schoolId, username: 'mai.anh' });
  await aSecondFactor(owner, { userId, seal: createSeal('the secret of a machine that is no more') });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

function use(config: pg.PoolConfig, place: string): void {
  const url = new URL('postgres://localhost');
  url.username = config.user ?? '';
  url.password = String(config.password);
  url.pathname = `/${config.database}`;
  url.searchParams.set('host', config.host ?? '');
  url.searchParams.set('port', String(config.port));
  vi.stubEnv('DATABASE_URL', url.href);
  vi.stubEnv('CAITIEN_DATA', join(folder, place));
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const io: CliIo = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
    locale: 'vi',
  };
  return { code: await caitien(args, io), ...said };
}

test('backup while others work, then restore into an empty server, and the history holds', async () => {
  use(access.owner, 'here');
  const made = await run('backup', archive);
  expect(made.code).toBe(0);
  expect(made.out).toMatch(/dòng, 2 tệp\. Đã đọc lại và khớp/);
  expect(await run('backup', archive)).toMatchObject({ code: 1, err: expect.stringContaining('Đã có tệp') });
  expect(await run('restore', archive)).toMatchObject({ code: 1, err: expect.stringContaining('đang có 1 trường') });

  use(empty, 'there');
  expect(await run('restore', archive, '--check')).toMatchObject({ code: 0 });
  const restored = await run('restore', archive);
  expect(restored.code).toBe(0);
  expect(restored.out).toContain('Đã khôi phục 1 trường');
  // Whoever is locked out is named, with both ways out.
  expect(restored.err).toMatch(/^Chú ý: mã đăng nhập hai bước của 1 người không dùng được ở đây.*: mai\.anh\. /m);
  expect(restored.err).toContain('CAITIEN_SECRET như máy cũ');
  expect(restored.err).toContain('caitien user remove-second-factor');
  const verified = await run('audit', 'verify');
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.out).toContain(school.context.schoolId);
  const again = await run('restore', archive, '--replace', '--yes');
  expect(again.code).toBe(0);
  expect(again.out).toContain('-before-restore.zip');
  expect(await run('restore', join(folder, 'khong-co.zip'))).toMatchObject({ code: 1 });
});

test('the log is exported, as lines and as a workbook', async () => {
  use(access.owner, 'here');
  const [lines, sheet] = [join(folder, 'nhat-ky.jsonl'), join(folder, 'nhat-ky.xlsx')];
  expect(await run('audit', 'export', '-o', lines)).toMatchObject({ code: 0 });
  expect(await run('audit', 'export', '--school', school.context.schoolId, '-o', sheet)).toMatchObject({ code: 0 });
  const entries = (await readFile(lines, 'utf8')).trimEnd().split('\n');
  expect(entries.map((line) => (JSON.parse(line) as { sequence: number }).sequence)).toEqual([1, 2]);
  expect(await readSheet(sheet)).toHaveLength(3);
  expect(await run('audit', 'export', '-o', lines)).toMatchObject({ code: 1 });
});

test('a school goes to another server', async () => {
  use(access.owner, 'here');
  const file = join(folder, 'truong.zip');
  const exported = await run('school', 'export', file);
  expect(exported).toMatchObject({ code: 0 });
  expect(exported.out).toContain('2 tệp');
  expect(await run('school', 'import', file)).toMatchObject({ code: 1, err: expect.stringContaining('đã có') });
  use(other, 'other');
  expect(await run('school', 'import', file)).toMatchObject({ code: 0 });
  expect((await run('school', 'list')).out).toContain(school.context.schoolId);
  expect(await run('audit', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('3 mục') });
});

test('a log that was tampered with: exit code 1, and the first entry that does not hold', async () => {
  use(access.owner, 'here');
  await sql`UPDATE audit_entry SET details = '{"khác": true}' WHERE id =
    (SELECT entry_id FROM audit_link WHERE sequence = 2)`.execute(owner);
  const found = await run('audit', 'verify', '--school', school.context.schoolId);
  expect(found.code).toBe(1);
  expect(found.err).toContain('KHÔNG KHỚP ở mục số 2: bị sửa nội dung');
  expect(await run('audit', 'verify', '--school', 'khong-co')).toMatchObject({ code: 1 });
});
