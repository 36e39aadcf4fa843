import { z } from 'zod';
import { AppError } from '#core/kernel/app-error.ts';
import { watchPlan } from '#server/plan/live/watch-plan.ts';
import { tellPlace } from '#server/plan/live/tell-place.ts';
import { isId } from '#server/platform/ids.ts';
import { eventStream } from '#server/web/event-stream.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { livePayload } from '#server/web/live-payload.ts';
import type { RequestHandler } from './$types';

/** What happens in the plan, as server-sent events, until the page goes or the session ends. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const context = locals.context();
  const sessionId = locals.session?.id;
  if (sessionId === undefined) throw new AppError('identity.not-signed-in');
  const stream = eventStream();
  try {
    const leave = await watchPlan(context, {
      planId: params.plan,
      sessionId,
      send: (event) => {
        stream.send(livePayload(event));
        if (event.kind === 'end') stream.end();
      },
    });
    stream.onClose(leave);
    return stream.response;
  } catch (error) {
    stream.end();
    throw error;
  }
};

const body = z.object({ visitor: z.string().refine(isId), item: z.string().refine(isId).nullable() });

/** At which row this window is. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const { visitor, item } = await jsonBody(request, body);
  await tellPlace(locals.context(), { planId: params.plan, visitorId: visitor, itemId: item });
  return new Response(null, { status: 204 });
};
