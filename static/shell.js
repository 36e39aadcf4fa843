// @ts-check
/**
 * The only script of a plain page, and every page works without it: text size and contrast change in place (nothing that was
 * typed is lost to a reload), the summary of errors takes the focus, a password can be shown, chosen files are named, an open panel
 * closes, a page can be printed, a form that is pressed twice is sent once, who signs out is asked about words that are not saved.
 */
const root = document.documentElement;

/** Changes of text size and contrast go one after the other: each step is counted from the one before. */
let changes = 0;
let changing = Promise.resolve();

/** @param {SubmitEvent} event */
function changeDisplay(event) {
  const form = event.target;
  const button = event.submitter;
  if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement)) return;
  if (!form.matches('[data-display]')) return;
  if (button.name !== 'locale') {
    event.preventDefault();
    const body = new URLSearchParams({ [button.name]: button.value });
    changes += 1;
    changing = changing.then(() => sendDisplay(form, body)).finally(() => (changes -= 1));
  } else if (changes > 0) {
    // Another language is another page: it would break off what is on its way.
    event.preventDefault();
    changing.then(() => form.requestSubmit(button));
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} body
 */
function sendDisplay(form, body) {
  return fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    .then((answer) => answer.json())
    .then(({ textSize, contrast }) => {
      root.dataset.textSize = textSize;
      root.dataset.contrast = contrast;
      const toggle = form.querySelector('[name=contrast]');
      if (!(toggle instanceof HTMLButtonElement)) return;
      toggle.value = contrast === 'high' ? 'normal' : 'high';
      toggle.setAttribute('aria-pressed', String(contrast === 'high'));
    })
    .catch(() => form.submit());
}

/** @param {Event} event */
function showPassword(event) {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.dataset.showPassword) return;
  const field = document.getElementById(box.dataset.showPassword);
  if (field instanceof HTMLInputElement) field.type = box.checked ? 'text' : 'password';
}

/** @param {KeyboardEvent | MouseEvent} event */
function closePanels(event) {
  if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
  for (const panel of document.querySelectorAll('details[data-menu][open]')) {
    if (event instanceof KeyboardEvent) panel.querySelector('summary')?.focus();
    else if (event.target instanceof Node && panel.contains(event.target)) continue;
    panel.removeAttribute('open');
  }
}

/** @param {MouseEvent} event */
function printPage(event) {
  if (event.target instanceof Element && event.target.closest('[data-print]')) print();
}

/**
 * The names of the files that are chosen, all of them: one wants to see that none is missing.
 * @param {Element} field
 */
function nameFiles(field) {
  const input = field.querySelector('input[type=file]');
  const chosen = field.querySelector('[data-chosen]');
  if (!(input instanceof HTMLInputElement) || !(field instanceof HTMLElement) || !chosen) return;
  const names = [...(input.files ?? [])].map((file) => file.name);
  chosen.textContent = names.length === 0 ? (field.dataset.none ?? '') : names.join(', ');
  field.setAttribute('data-named', '');
}

/** Milliseconds after which a form whose answer did not come can be sent again. */
const PATIENCE = 15_000;
/**
 * Forms on their way, and since when.
 * @type {WeakMap<EventTarget, number>}
 */
let sent = new WeakMap();

/**
 * The second press of a double click would do everything twice, and its answer would take the place of the first one, which may tell a
 * password that is told once.
 * @param {SubmitEvent} event
 */
function sendOnce(event) {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  if (form.getAttribute('method')?.toLowerCase() !== 'post') return;
  const before = sent.get(form);
  if (before !== undefined && event.timeStamp - before < PATIENCE) event.preventDefault();
  else sent.set(form, event.timeStamp);
}

/** Name in the storage of this window: whose words are to be dropped once they have signed out. */
const LEAVING = 'caitien.leaving';

/**
 * What somebody has typed and not saved, in any window of this browser.
 * @param {string} person
 */
function unsavedKeys(person) {
  const kinds = ['form', 'draft', 'paste'].map((kind) => `caitien.${kind}.${person}.`);
  return Object.keys(localStorage).filter((key) => kinds.some((kind) => key.startsWith(kind)));
}

/**
 * Computers are shared: nothing that a person typed stays behind after they have signed out, and nothing is dropped unasked.
 * @param {SubmitEvent} event
 */
function askBeforeLeaving(event) {
  const form = event.target;
  const person = root.dataset.person ?? '';
  if (!(form instanceof HTMLFormElement) || form.dataset.unsaved === undefined || person === '') return;
  try {
    if (unsavedKeys(person).length === 0) return;
    if (confirm(form.dataset.unsaved)) sessionStorage.setItem(LEAVING, person);
    else event.preventDefault();
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Now that the page is gone in which they were typed: it cannot keep them once more. */
function dropWordsOfWhoLeft() {
  try {
    const person = sessionStorage.getItem(LEAVING);
    sessionStorage.removeItem(LEAVING);
    if (!person || root.dataset.person !== '') return;
    for (const key of unsavedKeys(person)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

dropWordsOfWhoLeft();
document.addEventListener('submit', askBeforeLeaving);
document.addEventListener('click', printPage);
document.addEventListener('submit', changeDisplay);
document.addEventListener('submit', sendOnce);
// Back on a page that the browser has kept, its forms are as new.
addEventListener('pageshow', () => (sent = new WeakMap()));
document.addEventListener('change', showPassword);
document.addEventListener('change', ({ target }) => {
  const field = target instanceof Element ? target.closest('[data-file-field]') : null;
  if (field) nameFiles(field);
});
document.addEventListener('keydown', closePanels);
document.addEventListener('click', closePanels);
for (const field of document.querySelectorAll('[data-file-field]')) nameFiles(field);
for (const part of document.querySelectorAll('[data-needs-script]')) part.removeAttribute('hidden');
const first = document.querySelector('[data-focus-first]');
if (first instanceof HTMLElement) first.focus();
