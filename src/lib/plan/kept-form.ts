/** What the browser keeps of a form that is not saved yet. */
export interface KeptForm {
  /** By name of the field, hidden ones too: the version that was read goes along, so that nobody else's words are overwritten. */
  values: Record<string, string>;
  /** It was sent; whether it arrived is not known here. */
  sent: boolean;
  /** When it was typed, milliseconds. */
  at: number;
}

/** How long a browser keeps words that nobody comes back for. */
const KEPT_DAYS = 30;
const PREFIX = 'caitien.form.';

/**
 * Words belong to a person, not to a browser: on the computer of the office the next one to sign in neither sees nor loses what a
 * colleague left half written. They stay when one signs out, since a session that ends in the middle of a sentence must not take the
 * sentence along.
 */
export function keyOfForm(personId: string, form: string): string {
  return `${PREFIX}${personId}.${form}`;
}

/** Whether this entry of the browser's storage is of a form that nobody came back for, or cannot be read. */
export function isForgotten(key: string, stored: string | null, now: number): boolean {
  if (!key.startsWith(PREFIX)) return false;
  const kept = readKept(stored);
  return kept === null || now - kept.at > KEPT_DAYS * 24 * 60 * 60_000;
}

/** What was stored; null for nothing and for what is none. */
export function readKept(stored: string | null): KeptForm | null {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<KeptForm> | null;
    const whole = kept !== null && typeof kept.values === 'object' && typeof kept.at === 'number';
    return whole ? (kept as KeptForm) : null;
  } catch {
    return null;
  }
}

/** How the server gave the page: freshly, right after saving the form, or with the form as it was typed and what is wrong in it. */
export type PageState = 'fresh' | 'saved' | 'answered';

/**
 * What is to happen with the words kept from an earlier visit, once the page is there again: they stand in the form again, unless
 * they arrived meanwhile or the server gave them back itself.
 */
export function whatToDo(
  kept: KeptForm | null,
  state: PageState,
  shown: Readonly<Record<string, string>>,
): 'nothing' | 'forget' | 'restore' {
  if (kept === null) return 'nothing';
  if (state === 'answered' || (state === 'saved' && kept.sent)) return 'forget';
  const names = Object.keys(kept.values).filter((name) => name in shown);
  return names.some((name) => kept.values[name] !== shown[name]) ? 'restore' : 'forget';
}
