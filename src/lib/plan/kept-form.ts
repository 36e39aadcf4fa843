/** What the browser keeps of a form that is not saved yet. */
export interface KeptForm {
  /** By name of the field, hidden ones too: the version that was read goes along, so that nobody else's words are overwritten. */
  values: Record<string, string>;
  /** It was sent; whether it arrived is not known here. */
  sent: boolean;
  /** When it was typed, milliseconds. */
  at: number;
  /** Its page was there when this was written. One that is left says so; one that crashed cannot. */
  open: boolean;
}

/** What one page keeps of a form, and under which key. */
export interface FoundForm {
  key: string;
  kept: KeptForm;
}

/** How long a browser keeps words that nobody comes back for. */
const KEPT_DAYS = 30;
const PREFIX = 'caitien.form.';

/**
 * Words belong to a person, not to a browser: on the computer of the office the next one to sign in neither sees nor loses what a
 * colleague left half written. They stay when a session ends by itself, since that must not take the sentence along; who signs out
 * is asked (`static/shell.js`). Each page keeps its own under this and an ending of its own, so that one window neither saves nor
 * drops the words of another.
 */
export function keyOfForm(personId: string, form: string): string {
  return `${PREFIX}${personId}.${form}`;
}

/** Whether a page keeps this form there; the key alone was that of every window once. */
export function isKeyOf(key: string, form: string): boolean {
  return key === form || key.startsWith(`${form}.`);
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
    return whole ? ({ ...kept, open: kept.open === true } as KeptForm) : null;
  } catch {
    return null;
  }
}

/** How the server gave the page: freshly, right after saving the form, or with the form as it was typed and what is wrong in it. */
export type PageState = 'fresh' | 'saved' | 'answered';

export interface ShownForm {
  state: PageState;
  /** Under which key the page kept it that sent the form and got this one as an answer; null when it was not sent from this window. */
  sentFrom: string | null;
  values: Readonly<Record<string, string>>;
}

export interface WhatToDo {
  /** Arrived, or says what is shown. */
  forget: FoundForm[];
  /** Stands in the form again: what was typed last of what was left. */
  restore: FoundForm | null;
  /** Of pages that may still be there, the last typed first: one that does not answer has crashed. */
  ask: FoundForm[];
}

/** What is to happen with the words that pages of this form have kept, once a page with it is there again. */
export function whatToDo(found: readonly FoundForm[], shown: ShownForm): WhatToDo {
  const isAnswer = ({ key, kept }: FoundForm): boolean =>
    key === shown.sentFrom && (shown.state === 'answered' || (shown.state === 'saved' && kept.sent));
  const isSaid = ({ kept }: FoundForm): boolean =>
    !kept.open &&
    Object.keys(kept.values).every((name) => !(name in shown.values) || kept.values[name] === shown.values[name]);
  const forget = found.filter((each) => isAnswer(each) || isSaid(each));
  const rest = found.filter((each) => !forget.includes(each)).sort((one, other) => other.kept.at - one.kept.at);
  // The server has given words back that are to be put right first; the others wait.
  if (shown.state === 'answered') return { forget, restore: null, ask: [] };
  const restore = rest.find(({ kept }) => !kept.open) ?? null;
  return { forget, restore, ask: restore ? [] : rest };
}
