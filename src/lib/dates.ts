import { vietnamClock, vietnamDay } from '#core/kernel/vietnam-time.ts';

/** "2026-07-07" as "07/07/2026", "2026-07" as "07/2026"; anything else as it is. */
export function dayText(date: string): string {
  const [year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date)?.slice(1) ?? [];
  if (year === undefined) return date;
  return [day, month, year].filter((part) => part !== undefined).join('/');
}

/** The calendar day of a moment in Viet Nam, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return vietnamDay(moment);
}

/** "07/07/2026 10:32", in Viet Nam; the blank does not break, so that the time never stands alone on a line. */
export function momentText(moment: Date): string {
  return `${dayText(dayOf(moment))}\u00A0${timeOfDay(moment)}`;
}

/** "10:32", in Viet Nam. */
export function timeOfDay(moment: Date): string {
  return vietnamClock(moment).slice(11, 16);
}
