import { expect, test } from 'vitest';
import { backupsToKeep, nextBackupAt } from './backups-to-keep.ts';

const RULE = { daily: 7, weekly: 4, monthly: 12 };
const at = (text: string) => ({ createdAt: new Date(`${text}+07:00`) });
/** A backup each night for `days` days up to 22 November 2026, a Sunday. */
const nightly = (days: number) =>
  Array.from({ length: days }, (_, ago) => ({ createdAt: new Date(Date.UTC(2026, 10, 21 - ago, 19)) }));
const days = (kept: { createdAt: Date }[]) =>
  kept.map(({ createdAt }) => new Date(createdAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10));

test('seven days, four weeks, twelve months of a year of nights', () => {
  expect(days(backupsToKeep(nightly(400), RULE))).toEqual([
    ...['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16'],
    ...['2026-11-15', '2026-11-08', '2026-11-01'],
    ...['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30'],
    ...['2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'],
  ]);
});

test('of several in one day the newest; a day is one of the clock in Viet Nam', () => {
  const [early, late, next] = [at('2026-11-20T00:30'), at('2026-11-20T23:30'), at('2026-11-21T00:10')];
  expect(backupsToKeep([early, next, late], { daily: 7, weekly: 0, monthly: 0 })).toEqual([next, late]);
});

test('a PC that was off for a month loses no old backup to it', () => {
  const old = [at('2026-06-01T08:00'), at('2026-06-02T08:00'), at('2026-06-03T08:00')];
  const today = at('2026-09-05T08:00');
  expect(backupsToKeep([...old, today], RULE)).toHaveLength(4);
});

test('the newest is kept whatever the rule says', () => {
  expect(backupsToKeep(nightly(3), { daily: 0, weekly: 0, monthly: 0 })).toEqual(nightly(3).slice(0, 1));
  expect(backupsToKeep([], RULE)).toEqual([]);
});

test('the next one is due tonight, or tomorrow night', () => {
  expect(nextBackupAt(new Date('2026-11-22T01:00:00+07:00'), '02:00')).toEqual(new Date('2026-11-22T02:00:00+07:00'));
  expect(nextBackupAt(new Date('2026-11-22T02:00:00+07:00'), '02:00')).toEqual(new Date('2026-11-23T02:00:00+07:00'));
  expect(nextBackupAt(new Date('2026-12-31T23:59:00+07:00'), '23:30')).toEqual(new Date('2027-01-01T23:30:00+07:00'));
});
