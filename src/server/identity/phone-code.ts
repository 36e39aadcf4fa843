import { timingSafeEqual } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';

/** As every authenticator app counts (RFC 6238): six digits, steps of half a minute. */
const STEP = 30_000;
/** Clocks of phones go a little wrong: the step before and the one after count too. */
const TOLERANCE = 1;

/** The code of a step. @param secret the key; its UTF-8 bytes count, as for the sign-in library */
export function phoneCode(secret: string, step: number): Promise<string> {
  return createOTP(secret).hotp(step);
}

/** Half minutes since 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / STEP);
}

/** The step that a code belongs to, by which one that was used is known again; null for a wrong one. */
export async function stepOfCode(secret: string, code: string, now: Date): Promise<number | null> {
  const present = stepAt(now);
  const typed = Buffer.from(code);
  for (let step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
    const right = Buffer.from(await phoneCode(secret, step));
    if (typed.length === right.length && timingSafeEqual(typed, right)) return step;
  }
  return null;
}

/** The key as apps take it, to be typed by hand. */
export function phoneKey(secret: string): string {
  return base32.encode(secret, { padding: false });
}

/** What the picture says: the app shows `issuer` and `account` beside the code. */
export function phoneKeyAddress(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  return createOTP(secret).url(issuer, account);
}
