/** By the last word of the code, so that a new error needs no line here unless it is a new kind of answer. */
const STATUS_BY_ENDING: readonly (readonly [RegExp, number])[] = [
  [/\.not-signed-in$/, 401],
  [/\.(not-allowed|no-membership|foreign-origin)$/, 403],
  [/\.not-(found|issued)$/, 404],
  [/\.(stale|conflict|content-changed|already-[a-z-]+|no-row-written)$/, 409],
  [/\.expired$/, 410],
  [/\.too-(large|big)$/, 413],
  [/\.too-many-[a-z-]+$/, 429],
  [/\.away$/, 503],
  [/\.disk-full$/, 507],
];

/** The HTTP status of an `AppError` code. */
export function httpStatusOf(code: string): number {
  return STATUS_BY_ENDING.find(([ending]) => ending.test(code))?.[1] ?? 400;
}
