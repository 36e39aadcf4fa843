import { dayOf, dayText } from '#lib/dates.ts';
import type { LayoutServerLoad } from './$types';

/** Pages are read on the server and sent without script; a page that needs script turns `csr` on for itself. */
export const csr = false;

export const load: LayoutServerLoad = ({ locals }) => ({
  locale: locals.locale,
  textSize: locals.textSize,
  contrast: locals.contrast,
  user: locals.user && { displayName: locals.user.displayName },
  /** "22/11/2026": somebody else switched their second step off, and they have not read of it yet. */
  secondFactorRemoved: locals.session?.secondFactorRemoved ? dayText(dayOf(locals.session.secondFactorRemoved)) : null,
  role: locals.membership?.role ?? null,
});
