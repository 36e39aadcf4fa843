import { createHmac, timingSafeEqual } from 'node:crypto';

/** As every authenticator app counts (RFC 6238): SHA-1, six digits, steps of half a minute. */
const STEP = 30_000;
const DIGITS = 6;
/** Clocks of phones go a little wrong: the step before and the one after count too. */
const TOLERANCE = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a step. @param secret the key; its UTF-8 bytes count, as for the sign-in library */
export function phoneCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hmac = createHmac('sha1', secret).update(counter).digest();
  const offset = hmac[hmac.length - 1]! & 15;
  return String((hmac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** Half minutes since 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / STEP);
}

/** The step that a code belongs to; null for a wrong one. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const present = stepAt(now);
  const typed = Buffer.from(code);
  for (let step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
    const right = Buffer.from(phoneCode(secret, step));
    if (typed.length === right.length && timingSafeEqual(typed, right)) return step;
  }
  return null;
}

/** The key as apps take it: base32 without padding. */
export function phoneKey(secret: string): string {
  let [bits, held, text] = [0, 0, ''];
  for (const byte of Buffer.from(secret)) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) text += BASE32[(bits >>> (held - 5)) & 31];
    bits &= 255;
  }
  return held > 0 ? text + BASE32[(bits << (5 - held)) & 31] : text;
}

/** What the picture says: the app shows `issuer` and `account` beside the code. */
export function phoneKeyAddress(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${phoneKey(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
