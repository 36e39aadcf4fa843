/** "2026-07-07" as "07/07/2026", "2026-07" as "07/2026"; anything else as it is. */
export function dayText(date: string): string {
  const [year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date)?.slice(1) ?? [];
  if (year === undefined) return date;
  return [day, month, year].filter((part) => part !== undefined).join('/');
}

/** Viet Nam has one time zone, UTC+7 all year; the server may stand anywhere. */
const VIETNAM_MILLISECONDS = 7 * 60 * 60 * 1000;

const inVietnam = (moment: Date): string => new Date(moment.getTime() + VIETNAM_MILLISECONDS).toISOString();

/** The calendar day of a moment in Viet Nam, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return inVietnam(moment).slice(0, 10);
}

/** "07/07/2026 10:32", in Viet Nam. */
export function momentText(moment: Date): string {
  return `${dayText(dayOf(moment))} ${timeOfDay(moment)}`;
}

/** "10:32", in Viet Nam. */
export function timeOfDay(moment: Date): string {
  return inVietnam(moment).slice(11, 16);
}
