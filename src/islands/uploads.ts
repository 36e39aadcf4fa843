/**
 * The list of uploads: files that are chosen or dropped are sent one by one with progress, and the list follows what becomes of
 * them. Without this script the form sends all files at once and the list is looked at again by its link.
 */
const form = document.querySelector<HTMLFormElement>('form[data-uploads]');
const list = document.querySelector<HTMLElement>('[data-list]');
const problems = document.querySelector<HTMLElement>('[data-problems]');
const POLL = 1000;
const AT_ONCE = 2;
const TOO_MANY = 429;
const MOST_TRIES = 20;
const WAIT = 3000;

interface State {
  busy: boolean;
  cards: { id: string; html: string }[];
}

let polling: ReturnType<typeof setTimeout> | undefined;
let sending = 0;
const queue: File[] = [];

function follow(): void {
  clearTimeout(polling);
  polling = setTimeout(() => void refresh(), POLL);
}

async function refresh(): Promise<void> {
  try {
    const answer = await fetch('/uploads/state', { headers: { accept: 'application/json' } });
    // The session is over: the page itself leads to the door.
    if (answer.redirected) return location.reload();
    const state = (await answer.json()) as State;
    show(state);
    document.querySelector('[data-leave]')?.toggleAttribute('hidden', !state.busy);
    document.querySelector('[data-refresh]')?.toggleAttribute('hidden', true);
    if (state.busy || sending > 0) follow();
  } catch {
    // The network is away: it is tried again, and nothing on the page is lost.
    follow();
  }
}

/** Only entries that changed are replaced, so that the keyboard stays where it is. */
function show(state: State): void {
  if (!list || list.dataset['live'] !== 'true') return;
  for (const [index, card] of state.cards.entries()) {
    const now = list.querySelector(`[data-id="${card.id}"]`);
    if (now && now.getAttribute('data-html') === card.html) continue;
    const holder = document.createElement('template');
    holder.innerHTML = card.html;
    const entry = holder.content.firstElementChild;
    if (!entry) continue;
    entry.setAttribute('data-html', card.html);
    const focused = now?.contains(document.activeElement);
    if (now) now.replaceWith(entry);
    else insertAt(list, entry, index);
    if (focused) entry.querySelector<HTMLElement>('a, button')?.focus();
  }
  document.querySelector('[data-empty]')?.toggleAttribute('hidden', state.cards.length > 0);
}

function insertAt(parent: HTMLElement, entry: Element, index: number): void {
  const known = [...parent.querySelectorAll(':scope > [data-id]')];
  parent.insertBefore(entry, known[index] ?? null);
}

function take(files: Iterable<File>): void {
  for (const file of files) {
    if (file.size > Number(form?.dataset['limit'])) complain(file.name, form?.dataset['tooLarge'] ?? '');
    else queue.push(file);
  }
  next();
}

function next(): void {
  while (sending < AT_ONCE) {
    const file = queue.shift();
    if (!file) return;
    sending += 1;
    void send(file).finally(() => {
      sending -= 1;
      next();
      void refresh();
    });
  }
}

/** Sends one file; its entry shows how much has gone, and makes room for the real one at the end. */
async function send(file: File): Promise<void> {
  const entry = pendingEntry(file.name);
  try {
    const { status, body } = await postPatiently(file, (percent) => entry.advance(percent));
    if (status !== 201) complain(file.name, messageOf(body) ?? failedText(file.name));
  } catch {
    complain(file.name, failedText(file.name));
  } finally {
    entry.remove();
  }
}

/** When the school is sending many files already, this one waits for its turn. */
async function postPatiently(
  file: File,
  onPercent: (percent: number) => void,
): Promise<{ status: number; body: string }> {
  for (let tries = 0; ; tries += 1) {
    const answer = await post(file, onPercent);
    if (answer.status !== TOO_MANY || tries === MOST_TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
}

function post(file: File, onPercent: (percent: number) => void): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/uploads/receive?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onPercent(Math.round((event.loaded / Math.max(event.total, 1)) * 100));
    request.onload = () => resolve({ status: request.status, body: request.responseText });
    request.onerror = () => reject(new Error('network'));
    request.send(file);
  });
}

function pendingEntry(name: string): { advance(percent: number): void; remove(): void } {
  const entry = document.createElement('li');
  entry.className = 'card reading';
  const title = document.createElement('h3');
  title.textContent = name;
  const words = document.createElement('p');
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', name);
  const state = document.createElement('div');
  state.className = 'state';
  state.append(words, bar);
  entry.append(title, state);
  list?.prepend(entry);
  const advance = (percent: number): void => {
    bar.value = percent;
    words.textContent = (form?.dataset['sending'] ?? '').replace('{percent}', String(percent));
  };
  advance(0);
  return { advance, remove: () => entry.remove() };
}

function complain(name: string, sentence: string): void {
  const line = document.createElement('p');
  line.className = 'problem';
  const strong = document.createElement('strong');
  strong.textContent = name;
  line.append(strong, `: ${sentence}`);
  problems?.append(line);
}

/** What a page of errors says as JSON, and what refuses before it says as plain text. */
function messageOf(body: string): string | null {
  try {
    return (JSON.parse(body) as { message?: string }).message ?? null;
  } catch {
    return body === '' || body.startsWith('<') ? null : body;
  }
}

function failedText(name: string): string {
  return (form?.dataset['failed'] ?? '').replace('{name}', name);
}

form?.addEventListener('submit', (event) => {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  if (!input?.files?.length) return;
  event.preventDefault();
  take([...input.files]);
  input.value = '';
  // Names the files again: none.
  input.dispatchEvent(new Event('change', { bubbles: true }));
});
form?.setAttribute('data-live', '');
form?.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.setAttribute('data-over', '');
});
form?.addEventListener('dragleave', () => form.removeAttribute('data-over'));
form?.addEventListener('drop', (event) => {
  event.preventDefault();
  form.removeAttribute('data-over');
  take(event.dataTransfer?.files ?? []);
});
if (list?.dataset['busy'] === 'true') follow();
