/** "2026-07-07" as "07/07/2026", "2026-07" as "07/2026"; anything else as it is. */
export function dayText(date: string): string {
  const [year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date)?.slice(1) ?? [];
  if (year === undefined) return date;
  return [day, month, year].filter((part) => part !== undefined).join('/');
}

/** The calendar day of a moment in the place where the server stands, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** "07/07/2026 10:32", in the place where the server stands. */
export function momentText(moment: Date): string {
  return `${dayText(dayOf(moment))} ${timeOfDay(moment)}`;
}

/** "10:32" */
export function timeOfDay(moment: Date): string {
  return [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
