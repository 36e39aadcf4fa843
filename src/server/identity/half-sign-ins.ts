import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/** Cookie of the library's second step: who has given the password in this browser, and not the code yet. */
const COOKIE = 'two_factor';

/** Says who stands between the two steps of signing in: in the library, never over the network. */
export const halfSignIns = () =>
  ({
    id: 'half-sign-ins',
    endpoints: {
      findHalfSignIn: createAuthEndpoint(
        '/sign-in/half',
        { method: 'POST', metadata: { SERVER_ONLY: true } },
        async (endpoint): Promise<{ userId: string | null }> => {
          const { createAuthCookie, internalAdapter, secret } = endpoint.context;
          const identifier = await endpoint.getSignedCookie(createAuthCookie(COOKIE).name, secret);
          const found = identifier ? await internalAdapter.findVerificationValue(identifier) : null;
          return { userId: found && found.expiresAt > new Date() ? found.value : null };
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
