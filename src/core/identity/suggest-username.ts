import { fold } from '#core/kernel/text.ts';
import { USERNAME_LENGTH } from './new-account.ts';

/** Room for the number that tells two people of one name apart. */
const LONGEST_BASE = USERNAME_LENGTH.max - 4;

/**
 * As schools make them: the given name, then the first letters of the others: "Trần Thị Hoa" is "hoatt", and "hoatt2" when that is
 * taken.
 */
export function suggestUsername(displayName: string, isTaken: (username: string) => boolean): string {
  const base = usernameBase(displayName);
  if (!isTaken(base)) return base;
  for (let number = 2; ; number += 1) {
    if (!isTaken(`${base}${number}`)) return `${base}${number}`;
  }
}

/** What all usernames made of a name begin with. */
export function usernameBase(displayName: string): string {
  const words = fold(displayName)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const given = words.pop() ?? 'nguoidung';
  const initials = words.map((word) => word[0]).join('');
  return `${given}${initials}`.slice(0, LONGEST_BASE).padEnd(USERNAME_LENGTH.min, '0');
}
