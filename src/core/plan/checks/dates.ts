/** Dates as checks compare and print them: YYYY-MM or YYYY-MM-DD. */

/** "10/2025", "02/2026", "06/9/2024": two digits for January, February and days below ten, as Nghị định 30/2020 has them. */
export function printedDate(code: string): string {
  const [year = '', month = '', day] = code.split('-');
  const shown = Number(month) < 3 ? month : String(Number(month));
  return day === undefined ? `${shown}/${year}` : `${day}/${shown}/${year}`;
}

/** A day in the form of one that stands beside it, "06/04/2026" beside "05/04/2026". */
export function printedLike(code: string, typed: string | null): string {
  return typed !== null && /\d\s*\/\s*0[3-9]\s*\//.test(typed)
    ? code.split('-').reverse().join('/')
    : printedDate(code);
}

/** Whether `code` is over before the day begins: the whole month for YYYY-MM. */
export function isOverBefore(code: string, day: string): boolean {
  return code < day.slice(0, code.length);
}

/** Months from `start` to `end`, both counted. */
export function monthsSpanned(start: string, end: string): number {
  return monthIndex(end) - monthIndex(start) + 1;
}

/** The month so many months later, YYYY-MM. */
export function addMonths(code: string, months: number): string {
  const index = monthIndex(code) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function monthIndex(code: string): number {
  return Number(code.slice(0, 4)) * 12 + Number(code.slice(5, 7)) - 1;
}

export function daysInMonth(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
