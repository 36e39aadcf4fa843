import { oneTimePassword } from './one-time-password.ts';

const COUNT = 10;

/** For the day when the phone is lost: each opens once. 45 bits, in letters that are not mistaken for one another on paper. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, oneTimePassword);
}
