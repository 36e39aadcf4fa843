import { type RawBuilder, sql } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import { aSchool } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { newId } from '../platform/ids.ts';
import { inSchool } from '../platform/school-transaction.ts';
import type { AuditEntry } from './audit-entry.ts';
import { recordAudit } from './record-audit.ts';
import { sealAudit } from './seal-audit.ts';
import { type ChainVerdict, verifyAuditChain } from './verify-audit-chain.ts';

const { db, owner } = await useDatabase();
let school: string;

const entry = (number: number): AuditEntry => ({
  at: new Date('2026-11-22T01:02:03.456Z'),
  actorId: newId(),
  action: 'plan-item.update',
  subjectType: 'plan-item',
  subjectId: String(number),
  details: {
    to: 'Bổ sung "đồ chơi"',
    zero: 0,
    amount: 1.5e6,
    nested: { b: [1, null], a: undefined },
    when: new Date(0),
  },
});
const record = (number: number): Promise<void> => inSchool(db, school, (trx) => recordAudit(trx, entry(number)));
const verify = (): Promise<ChainVerdict> => inSchool(db, school, verifyAuditChain);

beforeEach(async () => {
  school = await aSchool(db);
  for (let number = 1; number <= 5; number++) await record(number);
  await inSchool(db, school, (trx) => sealAudit(trx));
});

test('an untouched chain holds, also when several write at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => record(index)));
  expect(await verify()).toEqual({ intact: true, entries: 25 });
});

test('a change that is rolled back leaves no entry', async () => {
  const failing = inSchool(db, school, async (trx) => {
    await recordAudit(trx, entry(6));
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await verify()).toEqual({ intact: true, entries: 5 });
});

test('a school without entries holds', async () => {
  school = await aSchool(db);
  expect(await verify()).toEqual({ intact: true, entries: 0 });
});

const tampering: [string, (school: string, id: string) => RawBuilder<unknown>[], number, string][] = [
  ['details', (_, id) => [sql`UPDATE audit_entry SET details = '{"to": "khác"}' WHERE id = ${id}`], 3, 'content'],
  ['time', (_, id) => [sql`UPDATE audit_entry SET at = at + interval '1 ms' WHERE id = ${id}`], 3, 'content'],
  ['person', (_, id) => [sql`UPDATE audit_entry SET actor_id = NULL WHERE id = ${id}`], 3, 'content'],
  ['hash', (_, id) => [sql`UPDATE audit_link SET hash = repeat('0', 64) WHERE entry_id = ${id}`], 3, 'link'],
  [
    'an entry removed',
    (_, id) => [sql`DELETE FROM audit_link WHERE entry_id = ${id}`, sql`DELETE FROM audit_entry WHERE id = ${id}`],
    3,
    'missing',
  ],
  ['the end cut off', (of) => [sql`DELETE FROM audit_link WHERE sequence = 5 AND school_id = ${of}`], 5, 'missing'],
  [
    'two entries that change places',
    (of) => [
      sql`UPDATE audit_link SET sequence = -1 WHERE sequence = 3 AND school_id = ${of}`,
      sql`UPDATE audit_link SET sequence = 3 WHERE sequence = 4 AND school_id = ${of}`,
      sql`UPDATE audit_link SET sequence = 4 WHERE sequence = -1 AND school_id = ${of}`,
    ],
    3,
    'link',
  ],
  ['the head moved', (of) => [sql`UPDATE audit_head SET sequence = 9 WHERE school_id = ${of}`], 6, 'end'],
];

test.each(tampering)('tampering with %s shows', async (_what, statements, sequence, reason) => {
  const third = await owner
    .selectFrom('audit_link')
    .select('entry_id')
    .where('school_id', '=', school)
    .where('sequence', '=', 3)
    .executeTakeFirstOrThrow();
  for (const statement of statements(school, third.entry_id)) await statement.execute(owner);
  expect(await verify()).toEqual({ intact: false, sequence, reason });
});

test('a tail that is cut off with its head, and a chain that is written anew, are known by what was seen earlier', async () => {
  const links = await owner
    .selectFrom('audit_link')
    .select(['sequence', 'hash', 'entry_id'])
    .where('school_id', '=', school)
    .orderBy('sequence')
    .execute();
  const [fourth, fifth] = [links[3]!, links[4]!];
  const witnessed = (...witnesses: { sequence: number; hash: string }[]) =>
    inSchool(db, school, (trx) => verifyAuditChain(trx, witnesses));
  expect(await witnessed(fourth, fifth)).toEqual({ intact: true, entries: 5 });
  await sql`DELETE FROM audit_link WHERE entry_id = ${fifth.entry_id}`.execute(owner);
  await sql`DELETE FROM audit_entry WHERE id = ${fifth.entry_id}`.execute(owner);
  await sql`UPDATE audit_head SET sequence = 4, hash = ${fourth.hash} WHERE school_id = ${school}`.execute(owner);
  expect(await verify()).toEqual({ intact: true, entries: 4 });
  expect(await witnessed(fourth)).toEqual({ intact: true, entries: 4 });
  expect(await witnessed(fourth, fifth)).toEqual({ intact: false, sequence: 5, reason: 'witness' });
  await record(6);
  expect(await witnessed(fifth)).toEqual({ intact: false, sequence: 5, reason: 'witness' });
});

test('entries that a stopped process did not link are linked by the verification', async () => {
  await record(6);
  expect(await verify()).toEqual({ intact: true, entries: 6 });
});

test('entries are linked soon after the commit, without anybody asking', async () => {
  await record(6);
  await vi.waitFor(async () => {
    const link = await owner.selectFrom('audit_link').select('hash').where('school_id', '=', school).execute();
    expect(link).toHaveLength(6);
  });
});

test('entries moved over from another school show', async () => {
  const other = await aSchool(db);
  const links = await owner.selectFrom('audit_link').selectAll().where('school_id', '=', school).execute();
  await sql`DELETE FROM audit_link WHERE school_id = ${school}`.execute(owner);
  await sql`UPDATE audit_entry SET school_id = ${other} WHERE school_id = ${school}`.execute(owner);
  await sql`UPDATE audit_head SET school_id = ${other} WHERE school_id = ${school}`.execute(owner);
  const moved = links.map((link) => ({ ...link, school_id: other }));
  await owner.insertInto('audit_link').values(moved).execute();
  school = other;
  expect(await verify()).toEqual({ intact: false, sequence: 1, reason: 'content' });
});

test.each(['UPDATE audit_entry SET details = DEFAULT', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
  'the product itself may not: %s',
  async (statement) => {
    await expect(inSchool(db, school, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(/permission denied/);
  },
);
