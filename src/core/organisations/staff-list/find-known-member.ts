import type { NewMember } from '#core/identity/member-facts.ts';
import { plain } from '#core/kernel/text.ts';

/** Somebody of the school. */
export interface KnownMember {
  userId: string;
  member: NewMember;
}

export interface KnownFound {
  known: KnownMember | null;
  /** More than one could be meant. */
  several: boolean;
  /** Nobody is meant, but somebody else has the name. */
  sameName: boolean;
}

/**
 * Whom a row of a list means: by username, else by name and telephone, else by the name alone. Two people may share a name: a
 * telephone that differs is somebody else.
 */
export function findKnownMember(members: readonly KnownMember[], typed: NewMember): KnownFound {
  const found = (known: KnownMember | null, several = false, sameName = false) => ({ known, several, sameName });
  if (typed.username !== '') {
    const own = members.find(({ member }) => member.username === typed.username);
    if (own) return found(own);
  }
  const name = plain(typed.displayName);
  const named = members.filter(({ member }) => plain(member.displayName) === name);
  const called = named.filter(({ member }) => typed.phone !== null && member.phone === typed.phone);
  if (called.length === 1) return found(called[0] ?? null);
  const open = named.filter(({ member }) => typed.phone === null || member.phone === null);
  const fitting = open.filter(({ member }) => typed.username === '' || member.username === typed.username);
  if (fitting.length > 1) return found(null, true);
  return found(fitting[0] ?? null, false, named.length > 0);
}
