import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { aSchool } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { newId } from '../platform/ids.ts';
import { inSchool } from '../platform/school-transaction.ts';
import type { AuditEntry } from './audit-entry.ts';
import { recordAudit } from './record-audit.ts';
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

test.each([
  ['details', sql`UPDATE audit_entry SET details = '{"to": "khác"}' WHERE sequence = 3 AND school_id = `, 3, 'content'],
  ['time', sql`UPDATE audit_entry SET at = at + interval '1 ms' WHERE sequence = 2 AND school_id = `, 2, 'content'],
  ['person', sql`UPDATE audit_entry SET actor_id = NULL WHERE sequence = 1 AND school_id = `, 1, 'content'],
  ['hash', sql`UPDATE audit_entry SET hash = repeat('0', 64) WHERE sequence = 4 AND school_id = `, 4, 'link'],
  ['an entry removed', sql`DELETE FROM audit_entry WHERE sequence = 2 AND school_id = `, 2, 'missing'],
  ['the end cut off', sql`DELETE FROM audit_entry WHERE sequence = 5 AND school_id = `, 5, 'end'],
  ['the head moved', sql`UPDATE audit_head SET sequence = 9 WHERE school_id = `, 6, 'end'],
])('tampering with %s shows', async (_what, tamper, sequence, reason) => {
  await sql`${tamper}${school}`.execute(owner);
  expect(await verify()).toEqual({ intact: false, sequence, reason });
});

test('an entry moved over from another school shows', async () => {
  const other = await aSchool(db);
  await sql`UPDATE audit_entry SET school_id = ${other} WHERE school_id = ${school}`.execute(owner);
  await sql`UPDATE audit_head SET school_id = ${other} WHERE school_id = ${school}`.execute(owner);
  school = other;
  expect(await verify()).toEqual({ intact: false, sequence: 1, reason: 'content' });
});

test.each(['UPDATE audit_entry SET details = DEFAULT', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
  'the product itself may not: %s',
  async (statement) => {
    await expect(inSchool(db, school, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(/permission denied/);
  },
);
