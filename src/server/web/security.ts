/** Headers that every answer carries; the content security policy comes from the framework's own setting. */
export function securityHeaders(options: { https: boolean }): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** The policy of answers that are not pages, and of the page of last resort, which has a style and a sign. */
export const NOTHING_RUNS =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was sent by a page of another origin. Browsers say so in `Sec-Fetch-Site`; older
 * ones name the page's origin, whose host must be the one that was asked. A request that says neither is refused too.
 * @param hosts every host that is our own: the one asked, and the one of the configured address
 */
export function isForeignWrite(request: { method: string; headers: Headers }, hosts: readonly string[]): boolean {
  if (READING.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site !== null && site !== 'same-origin') return true;
  if (origin === null) return site === null;
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}
