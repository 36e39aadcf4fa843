import type { Auth } from './create-auth.ts';

/**
 * Ends the session that the headers carry, everywhere.
 * @returns headers whose `set-cookie` lines remove it from the browser
 */
export async function signOut(services: { auth: Auth }, headers: Headers): Promise<Headers> {
  const answer = await services.auth.api.signOut({ headers, returnHeaders: true });
  return answer.headers;
}
