import type { RequestEvent } from '@sveltejs/kit';
import { signIn } from '#server/identity/sign-in.ts';
import { forwardCookies } from './forward-cookies.ts';
import { services } from './services.ts';

/** Signs in whoever has just got this account, in the same answer. */
export async function enter(
  event: Pick<RequestEvent, 'request' | 'cookies' | 'getClientAddress'>,
  account: { username: string; password: string },
): Promise<void> {
  const { headers } = await signIn(services(), {
    username: account.username,
    password: account.password,
    remember: false,
    address: event.getClientAddress(),
    headers: event.request.headers,
  });
  forwardCookies(headers, event.cookies);
}
