import type { Cookies } from '@sveltejs/kit';

/** Hands the cookies that the sign-in library wants to set to the answer of the page. */
export function forwardCookies(from: Headers, to: Cookies): void {
  for (const line of from.getSetCookie()) {
    const { name, value, ...options } = to.parse(line);
    // The library says Secure when the configured address is https; the framework would say it always.
    to.set(name, value ?? '', { path: '/', secure: false, ...options });
  }
}
