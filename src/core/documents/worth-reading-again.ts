/** What stopped the reading of a file and may not stop it the next time: a busy computer, a program that is installed by then. */
const PASSING: ReadonlySet<string> = new Set([
  'document.timeout',
  'document.out-of-memory',
  'document.reader-failed',
  'document.cancelled',
  'document.needs-libreoffice',
]);

/** Whether the same file may be read after all. @param code of the `AppError` that ended the reading */
export function isWorthReadingAgain(code: string): boolean {
  return PASSING.has(code);
}
