import { isForgotten, keyOfForm, type KeptForm, type PageState, readKept, whatToDo } from '#lib/plan/kept-form.ts';
import { isChanged } from './is-touched.ts';

/**
 * Long forms: what is typed is kept by this browser until it is saved, and stands there again when one comes back to a page that
 * was left, reloaded or lost with the line. Without this script the form is an ordinary one.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function keepForm(form: HTMLFormElement): void {
  const key = keyOfForm(document.documentElement.dataset['person'] ?? '', form.dataset['keep'] ?? '');
  const shown = valuesOf(form);
  const kept = read(key);
  const todo = whatToDo(kept, (form.dataset['state'] as PageState | undefined) ?? 'fresh', shown);
  if (todo === 'forget') write(key, null);
  if (todo === 'restore' && kept) restore(form, kept.values, key);

  const keep = (sent: boolean): void => {
    write(key, isChanged(form) ? { values: valuesOf(form), sent, at: Date.now() } : null);
  };
  form.addEventListener('input', () => keep(false));
  // Others saved meanwhile: their words stand in the form now, and are not this person's.
  form.addEventListener('taken', () => {
    const kept = read(key);
    if (kept !== null) keep(kept.sent);
  });
  form.addEventListener('submit', () => keep(true));
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}

function restore(form: HTMLFormElement, values: Record<string, string>, key: string): void {
  for (const control of form.querySelectorAll<Control>('input[name], textarea[name], select[name]')) {
    const value = values[control.name];
    if (value !== undefined) control.value = value;
  }
  const notice = document.querySelector<HTMLElement>('[data-kept]');
  if (!notice) return;
  notice.hidden = false;
  notice.querySelector('button')?.addEventListener('click', () => {
    write(key, null);
    form.reset();
    notice.hidden = true;
  });
}

function read(key: string): KeptForm | null {
  try {
    return readKept(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Of anybody who has used this browser. */
function sweep(): void {
  try {
    for (const key of Object.keys(localStorage))
      if (isForgotten(key, localStorage.getItem(key), Date.now())) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to sweep.
  }
}

function write(key: string, kept: KeptForm | null): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: the page itself still holds the text.
  }
}

sweep();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepForm(form);
