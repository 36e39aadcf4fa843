/** Viet Nam has one time zone, UTC+7 all year; the server may stand anywhere. */
const AHEAD_MILLISECONDS = 7 * 60 * 60 * 1000;

/** The moment moved so that its UTC parts are what a clock in Viet Nam shows. */
export function inVietnam(moment: Date): Date {
  return new Date(moment.getTime() + AHEAD_MILLISECONDS);
}

/** The calendar day of a moment in Viet Nam, YYYY-MM-DD. */
export function vietnamDay(moment: Date): string {
  return inVietnam(moment).toISOString().slice(0, 10);
}

/** "2026-11-22 09:05:30" */
export function vietnamClock(moment: Date): string {
  return inVietnam(moment).toISOString().replace('T', ' ').slice(0, 19);
}
