import type { Cookies } from '@sveltejs/kit';
import { isId } from '#server/platform/ids.ts';
import { services } from './services.ts';

const NAME = 'caitien-said';
/** Newest that are remembered: a cookie holds no more than 4 KB. */
const MOST = 80;
const MONTH = 31 * 24 * 60 * 60;

/** Ids of what was said by a link in this browser, newest last. Ids are of chance: nobody else knows them. */
export function readSaidHere(cookies: Pick<Cookies, 'get'>): string[] {
  return (cookies.get(NAME) ?? '').split('.').filter(isId).slice(-MOST);
}

/** Remembers for the page of the link, and sends to no other. */
export function rememberSaidHere(cookies: Cookies, token: string, id: string): void {
  cookies.set(NAME, [...readSaidHere(cookies), id].slice(-MOST).join('.'), {
    path: `/consult/${token}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: services().config.origin.startsWith('https:'),
    maxAge: MONTH,
  });
}
