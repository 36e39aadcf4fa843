import { redirect } from '@sveltejs/kit';
import { momentText } from '#lib/dates.ts';
import { deviceOf } from '#lib/device.ts';
import { getOwnSecondFactor } from '#server/identity/own-second-factor.ts';
import { endOwnSessions, listOwnSessions } from '#server/identity/own-sessions.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const sessions = await listOwnSessions(context);
  const { on } = await getOwnSecondFactor(context, services());
  return {
    twoStep: on,
    username: locals.user?.username ?? '',
    changed: url.searchParams.has('changed'),
    ended: url.searchParams.has('ended'),
    sessions: sessions.map(({ id, userAgent, byCard, since, lastSeen }) => ({
      ...{ id, byCard, device: deviceOf(userAgent) },
      here: id === locals.session?.id,
      since: momentText(since),
      lastSeen: momentText(lastSeen),
    })),
  };
};

export const actions: Actions = {
  end: async ({ request, locals }) => {
    const sessionId = textOf(await request.formData(), 'session');
    try {
      await endOwnSessions(locals.context(), { sessionId });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, '/account?ended=1');
  },
  others: async ({ locals }) => {
    await endOwnSessions(locals.context(), { allBut: locals.session?.id ?? '' });
    redirect(303, '/account?ended=1');
  },
};
