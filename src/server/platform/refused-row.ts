/** Why PostgreSQL refused a row, as far as people can do something about it (appendix A, class 23). */

/** Another row has the same key: somebody took the name in this very moment. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === '23505';
}

/** Other rows name it. */
export function isReferred(error: unknown): boolean {
  return codeOf(error) === '23503';
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
