/** Milliseconds by which the clock of this computer is behind the server's; office computers are years off at times. */
let behind = 0;

/** @param date the `Date` header of an answer */
export function heardTime(date: string | null): void {
  const time = Date.parse(date ?? '');
  if (!Number.isNaN(time)) behind = time - Date.now();
}

/** "10:32" in Viet Nam now, whatever clock and time zone this computer is set to. */
export function timeNow(): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
  return format.format(new Date(Date.now() + behind));
}
