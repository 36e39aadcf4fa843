import { redirect } from '@sveltejs/kit';
import { signOut } from '#server/identity/sign-out.ts';
import { forwardCookies } from '#server/web/forward-cookies.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies }) => {
  forwardCookies(await signOut(services(), request.headers), cookies);
  redirect(303, '/sign-in?left=1');
};
