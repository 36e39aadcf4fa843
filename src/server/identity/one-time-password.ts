import { randomInt } from 'node:crypto';

/** Without what looks or sounds alike on paper: 0 o, 1 l i, and without letters that sound alike when read aloud. */
const LETTERS = 'abcdehkmnprtuvxy23456789';
const GROUPS = 2;
const GROUP_LENGTH = 5;
const DAYS = 14;

/**
 * A password to hand over on paper or by telephone: "kh7m3-pt9xa", 45 bits, which the limits on signing in keep out of a guesser's
 * reach. It must be changed at the first sign-in.
 */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Until when a one-time password of today opens the door. */
export function oneTimeUntil(now: Date): Date {
  return new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000);
}
