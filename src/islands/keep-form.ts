import { type FoundForm, isForgotten, keyOfForm, type PageState, whatToDo } from '#lib/plan/kept-form.ts';
import { isChanged } from './is-touched.ts';
import { findKept, forgetKept, keepForm, keysOfStorage, sentFrom, tellSent } from './kept-forms.ts';
import { answerForms, isStillThere } from './open-forms.ts';
import { newRowId } from './plan-table/rows/new-row-id.ts';

/**
 * Long forms: what is typed is kept by this browser until it is saved, and stands there again when one comes back to a page that
 * was left, reloaded or lost with the line. Each page keeps its own: two windows with the same form know nothing of each other's
 * words. Without this script the form is an ordinary one.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

class KeptPage {
  readonly #form: HTMLFormElement;
  readonly #ofForm: string;
  readonly #key: string;
  #sent = false;

  /** @param cameFrom as `sentFrom`, which tells it once for all forms of the page */
  constructor(form: HTMLFormElement, cameFrom: string | null) {
    this.#form = form;
    this.#ofForm = keyOfForm(document.documentElement.dataset['person'] ?? '', form.dataset['keep'] ?? '');
    this.#key = `${this.#ofForm}.${newRowId()}`;
    this.#begin(cameFrom);
    answerForms(this.#key);
    form.addEventListener('input', () => this.#keep({ sent: false }));
    // Others saved meanwhile: their words stand in the form now, and are not this person's.
    form.addEventListener('taken', () => this.#keep());
    form.addEventListener('submit', () => {
      this.#keep({ sent: true });
      tellSent(this.#key);
    });
    addEventListener('pagehide', () => this.#keep({ open: false }));
    addEventListener('pageshow', ({ persisted }) => persisted && this.#keep());
    // Another page has taken these for left behind; this one is still there, and may have newer words.
    addEventListener('storage', ({ key, newValue }) => key === this.#key && newValue === null && this.#keep());
  }

  #begin(cameFrom: string | null): void {
    const state = (this.#form.dataset['state'] as PageState | undefined) ?? 'fresh';
    const shown = { state, sentFrom: cameFrom, values: valuesOf(this.#form) };
    const { forget, restore, ask } = whatToDo(findKept(this.#ofForm), shown);
    for (const { key } of forget) forgetKept(key);
    if (restore) this.#restore(restore);
    else void this.#askAndRestore(ask);
  }

  /** The words of a page that has crashed; never over what has been typed here meanwhile. */
  async #askAndRestore(open: readonly FoundForm[]): Promise<void> {
    for (const found of open) {
      if (await isStillThere(found.key)) continue;
      if (!isChanged(this.#form)) this.#restore(found);
      return;
    }
  }

  #keep({ sent = this.#sent, open = true }: { sent?: boolean; open?: boolean } = {}): void {
    this.#sent = sent;
    if (isChanged(this.#form)) keepForm(this.#key, { values: valuesOf(this.#form), sent, at: Date.now(), open });
    else forgetKept(this.#key);
  }

  #restore({ key, kept }: FoundForm): void {
    const shown = valuesOf(this.#form);
    fill(this.#form, kept.values);
    // First here, then no longer there: a page that breaks off in between leaves them twice, never not at all.
    if (keepForm(this.#key, { ...kept, sent: false, open: true })) forgetKept(key);
    const notice = document.querySelector<HTMLElement>('[data-kept]');
    if (!notice) return;
    notice.hidden = false;
    notice.querySelector('button')?.addEventListener('click', () => {
      this.#form.reset();
      // Hidden fields are not reset: the version that is saved stands there again, unless a newer one came in meanwhile.
      for (const control of controlsOf(this.#form))
        if (control.type === 'hidden' && control.value === kept.values[control.name])
          control.value = shown[control.name] ?? '';
      forgetKept(this.#key);
      notice.hidden = true;
    });
  }
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}

function fill(form: HTMLFormElement, values: Record<string, string>): void {
  for (const control of controlsOf(form)) {
    const value = values[control.name];
    // What a box stands for is its value, not whether it is ticked.
    if (value !== undefined && control.type !== 'checkbox') control.value = value;
  }
}

function controlsOf(form: HTMLFormElement): Iterable<Control> {
  return form.querySelectorAll<Control>('input[name], textarea[name], select[name]');
}

for (const [key, stored] of keysOfStorage()) if (isForgotten(key, stored, Date.now())) forgetKept(key);
const cameFrom = sentFrom();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) new KeptPage(form, cameFrom);
