import './move-lines.ts';
import { isChanged, isTouched } from './is-touched.ts';
import { LiveStream } from './live-stream.ts';
import { pageNow } from './page-now.ts';
import { partsWord } from './document-page/parts-word.ts';

/**
 * The list of legal bases, moved by keys and followed live: others' changes come in while nobody writes in it, and are offered while
 * somebody does. Without this script its buttons do everything.
 */
const list = () => document.querySelector<HTMLElement>('[data-bases]');
const said = document.querySelector<HTMLElement>('[data-parts-said]');
let shown = Number(list()?.dataset['version']);

async function follow(names: string): Promise<void> {
  const page = await pageNow(location.pathname + location.search).catch(() => null);
  const [old, fresh] = [list(), page?.querySelector<HTMLElement>('[data-bases]')];
  if (!old || !fresh || !said) return;
  shown = Number(fresh.dataset['version']);
  const isSame = texts(old) === texts(fresh);
  if (!isSame) said.textContent = partsWord('liveParts.changed', { name: names, parts: partsWord('liveParts.bases') });
  if (![...old.querySelectorAll('form')].some(isTouched)) return old.replaceWith(fresh);
  if (isSame) return;
  const show = document.createElement('button');
  show.type = 'button';
  show.textContent = partsWord('liveParts.show');
  show.addEventListener('click', () => {
    keepTyped(old, fresh);
    old.replaceWith(fresh);
    show.remove();
  });
  said.append(' ', show);
}

/** Words that were not saved go on where they were; with a basis that others have changed since, beside the list, and are refused there. */
function keepTyped(old: HTMLElement, fresh: HTMLElement): void {
  for (const form of [...old.querySelectorAll('form')].filter(isChanged)) {
    const twin = [...fresh.querySelectorAll('form')].find(
      (each) => each.getAttribute('action') === form.getAttribute('action') && wasOf(each) === wasOf(form),
    );
    const words = form.querySelector('textarea');
    const place = twin?.querySelector('textarea');
    const line = form.closest('[data-basis]');
    if (words && place) place.value = words.value;
    else if (line) fresh.querySelector('ol')?.append(line);
    twin?.closest('details')?.setAttribute('open', '');
  }
}

function wasOf(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>('input[name="was"]')?.value;
}

function texts(bases: HTMLElement): string {
  return [...bases.querySelectorAll('.text')].map(({ textContent }) => textContent).join('\n');
}

const planId = list()?.dataset['plan'];
if (planId !== undefined && said)
  new LiveStream({
    planId,
    on: {
      hello: ({ version }) => void (version > shown && follow(partsWord('liveParts.somebody'))),
      parts: ({ version, by }) => {
        const names = by.map(({ name }) => name).join(', ');
        if (version > shown) void follow(names || partsWord('liveParts.somebody'));
      },
    },
    silent: () => undefined,
    refused: () => undefined,
  });
