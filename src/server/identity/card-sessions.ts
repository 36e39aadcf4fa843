import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** Opens a session for somebody whose card has been checked (`sign-in-with-card.ts`): in the library, never over the network. */
export const cardSessions = () =>
  ({
    id: 'card-sessions',
    endpoints: {
      openCardSession: createAuthEndpoint(
        '/sign-in/card',
        {
          method: 'POST',
          body: z.object({ userId: z.string(), cardId: z.string(), cardUntil: z.date(), remember: z.boolean() }),
          metadata: { SERVER_ONLY: true },
        },
        async (endpoint) => {
          const { userId, cardId, cardUntil, remember } = endpoint.body;
          const { internalAdapter } = endpoint.context;
          const user = await internalAdapter.findUserById(userId);
          if (!user) return endpoint.json({ opened: false });
          const session = await internalAdapter.createSession(userId, !remember, { cardId, cardUntil });
          await setSessionCookie(endpoint, { session, user }, !remember);
          return endpoint.json({ opened: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
