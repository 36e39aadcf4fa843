/** Dates as checks compare and print them: YYYY-MM or YYYY-MM-DD. */

/** "10/2025", "06/9/2024". */
export function printedDate(code: string): string {
  const [year = '', month = '', day] = code.split('-');
  return day === undefined ? `${Number(month)}/${year}` : `${day}/${Number(month)}/${year}`;
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
