import { type FoundForm, isKeyOf, type KeptForm, readKept } from '#lib/plan/kept-form.ts';

/** The browser's storage as far as forms go. One that keeps nothing is none to fail at: the page itself still holds the text. */

export function keysOfStorage(): [string, string | null][] {
  return tried(() => Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)])) ?? [];
}

/** What pages of this form have kept. */
export function findKept(ofForm: string): FoundForm[] {
  return keysOfStorage().flatMap(([key, stored]) => {
    const kept = isKeyOf(key, ofForm) ? readKept(stored) : null;
    return kept ? [{ key, kept }] : [];
  });
}

/** @returns whether the browser has it */
export function keepForm(key: string, kept: KeptForm): boolean {
  return tried(() => (localStorage.setItem(key, JSON.stringify(kept)), true)) ?? false;
}

export function forgetKept(key: string): void {
  tried(() => localStorage.removeItem(key));
}

/** Name in the storage of this window: under which key the page kept its form that was sent last. */
const SENT = 'caitien.sent';

export function tellSent(key: string): void {
  tried(() => sessionStorage.setItem(SENT, key));
}

/** The key told by the page before this one in this window, once. */
export function sentFrom(): string | null {
  return (
    tried(() => {
      const key = sessionStorage.getItem(SENT);
      sessionStorage.removeItem(SENT);
      return key;
    }) ?? null
  );
}

function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
