import type { Cookies } from '@sveltejs/kit';
import { services } from './services.ts';

/** Seconds in which the page after a form has to ask for it. */
const SECONDS = 60;
const NAME = 'caitien-invited';

/** An invitation that was made a moment ago, and the link that is shown once. */
export interface MadeInvitation {
  id: string;
  link: string;
}

const placeOf = (planId: string) => `/plans/${planId}/comments`;

/**
 * Keeps a new link for the one page that follows the form. An address with it would stay in histories, and the answer to the form itself
 * would make a second invitation when it is loaded again.
 */
export function tellOnce(cookies: Cookies, planId: string, { id, link }: MadeInvitation): void {
  cookies.set(NAME, `${id} ${link}`, {
    path: placeOf(planId),
    httpOnly: true,
    sameSite: 'lax',
    secure: services().config.origin.startsWith('https:'),
    maxAge: SECONDS,
  });
}

/** The link to show now; it is not shown again. */
export function takeTold(cookies: Cookies, planId: string): MadeInvitation | null {
  const [id, link] = (cookies.get(NAME) ?? '').split(' ');
  if (!id || !link) return null;
  cookies.delete(NAME, { path: placeOf(planId) });
  return { id, link };
}
