import { inVietnam } from '#core/kernel/vietnam-time.ts';

/** How many days, weeks and months a backup is kept for: the newest of each. */
export interface KeepRule {
  daily: number;
  weekly: number;
  monthly: number;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const THURSDAY = 3;

/**
 * The backups to keep, newest first: of each of the last `daily` days that have one the newest, likewise of weeks and months, all by the clock in Viet Nam. Counted
 * are days with a backup, so that a holiday pushes nothing out. The newest of all is always kept.
 */
export function backupsToKeep<Backup extends { createdAt: Date }>(
  backups: readonly Backup[],
  rule: KeepRule,
): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const kept = new Set(newestFirst.slice(0, 1));
  const periods: [number, (backup: Backup) => string][] = [
    [rule.daily, ({ createdAt }) => String(dayNumber(createdAt))],
    [rule.weekly, ({ createdAt }) => String(Math.floor((dayNumber(createdAt) + THURSDAY) / 7))],
    [rule.monthly, ({ createdAt }) => inVietnam(createdAt).toISOString().slice(0, 7)],
  ];
  for (const [most, periodOf] of periods) {
    const newest = new Map<string, Backup>();
    for (const backup of newestFirst) {
      const period = periodOf(backup);
      if (!newest.has(period)) newest.set(period, backup);
    }
    for (const backup of [...newest.values()].slice(0, most)) kept.add(backup);
  }
  return newestFirst.filter((backup) => kept.has(backup));
}

/** When the next backup is due: the first moment after `now` at which a clock in Viet Nam shows `time` ("02:00"). */
export function nextBackupAt(now: Date, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const sinceMidnight = inVietnam(now).getTime() - dayNumber(now) * DAY_MILLISECONDS;
  const wait = (hours * 60 + minutes) * 60_000 - sinceMidnight;
  return new Date(now.getTime() + (wait > 0 ? wait : wait + DAY_MILLISECONDS));
}

function dayNumber(moment: Date): number {
  return Math.floor(inVietnam(moment).getTime() / DAY_MILLISECONDS);
}
