import type { Locale } from '#lib/messages/locale.ts';
import type { Contrast, TextSize } from '#lib/display.ts';
import type { Context } from '#server/identity/context.ts';
import type { Membership, SignedInSession } from '#server/identity/find-session.ts';

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
      textSize: TextSize;
      contrast: Contrast;
      /** Null when nobody is signed in; every route outside the short public list has both. */
      user: { id: string; displayName: string; username: string } | null;
      membership: Membership | null;
      session: SignedInSession | null;
      /** For use cases. Throws `identity.not-signed-in` when nobody is. */
      context(): Context;
    }
    interface Error {
      status: number;
      message: string;
      code?: string;
    }
  }
}

export {};
