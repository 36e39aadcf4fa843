import type { LayoutServerLoad } from './$types';

/** Pages are read on the server and sent without script; a page that needs script turns `csr` on for itself. */
export const csr = false;

export const load: LayoutServerLoad = ({ locals }) => ({
  locale: locals.locale,
  textSize: locals.textSize,
  contrast: locals.contrast,
  user: locals.user && { displayName: locals.user.displayName },
  role: locals.membership?.role ?? null,
});
