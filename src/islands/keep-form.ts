import { type KeptForm, type PageState, whatToDo } from '#lib/plan/kept-form.ts';

/**
 * Long forms: what is typed is kept by this browser until it is saved, and stands there again when one comes back to a page that
 * was left, reloaded or lost with the line. Without this script the form is an ordinary one.
 */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function keepForm(form: HTMLFormElement): void {
  const key = `caitien.form.${form.dataset['keep']}`;
  const shown = valuesOf(form);
  const kept = read(key);
  const todo = whatToDo(kept, (form.dataset['state'] as PageState | undefined) ?? 'fresh', shown);
  if (todo === 'forget') localStorage.removeItem(key);
  if (todo === 'restore' && kept) restore(form, kept.values, key);

  const keep = (sent: boolean): void => {
    const values = valuesOf(form);
    const changed = Object.keys(values).some((name) => values[name] !== shown[name]);
    write(key, changed ? { values, sent } : null);
  };
  form.addEventListener('input', () => keep(false));
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
    localStorage.removeItem(key);
    form.reset();
    notice.hidden = true;
  });
}

function read(key: string): KeptForm | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptForm | null;
    return kept !== null && typeof kept.values === 'object' ? kept : null;
  } catch {
    return null;
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

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keepForm(form);
