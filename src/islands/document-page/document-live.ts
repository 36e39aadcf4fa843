import { markOf, mark } from '#lib/plan/merge-sections.ts';
import { LiveStream } from '../live-stream.ts';
import { pageNow } from '../page-now.ts';
import { takeHead } from '../plan-head-now.ts';
import { type DocumentForm, findDocument, takeValue, wordsOf } from './document-form.ts';
import { PartPeople } from './part-people.ts';
import { partsWord } from './parts-word.ts';
import { type FactsTaken, takeFacts } from './take-facts.ts';
import { type SectionsTaken, takeSections, takeWords } from './take-sections.ts';
import { lostSectionBox, theirVersionBox } from './their-version.ts';

/** Milliseconds for which a part that others changed is marked, and for which it is said who did. */
const FRESH = 8_000;
const SAID = 30_000;

/**
 * The parts around the rows while several people have them open: what others save comes into the page, except where this person has
 * words of their own. Those are left alone, and the other version is shown beside them.
 */
export class DocumentLive {
  readonly #document: DocumentForm;
  readonly #people: PartPeople;
  readonly #said: HTMLElement | null = document.querySelector('[data-parts-said]');
  /** Choices that nobody has made yet, by the name of their field. */
  readonly #open = new Map<string, HTMLElement>();
  #newest: number;
  #loading: Promise<void> | null = null;
  #names = new Set<string>();
  #clear: ReturnType<typeof setTimeout> | undefined;

  constructor(shown: DocumentForm) {
    this.#document = shown;
    this.#newest = shown.version;
    const planId = shown.form.dataset['plan'] ?? '';
    const me = shown.form.dataset['user'] ?? '';
    this.#people = new PartPeople(shown, { planId, me });
    const mayEdit = shown.form.dataset['edit'] === 'true';
    new LiveStream({
      planId,
      on: {
        hello: (message) => {
          this.#people.hello(message);
          if (message.version > this.#newest) this.#load(message.version);
          if (mayEdit && !message.mayEdit) this.#say(partsWord('liveParts.locked'), true);
        },
        parts: ({ version, by }) => {
          for (const { id, name } of by) if (id !== me) this.#names.add(name);
          this.#load(version);
        },
        people: ({ people }) => this.#people.show(people),
        editing: (message) => {
          if (mayEdit && !message.mayEdit) this.#say(partsWord('liveParts.locked'), true);
        },
        end: ({ why }) => {
          this.#people.silent();
          this.#say(partsWord(why === 'signed-out' ? 'liveParts.signedOut' : 'liveParts.notAllowed'), true);
        },
      },
      silent: () => this.#people.silent(),
      refused: (why) => why === 'signed-out' && this.#say(partsWord('liveParts.signedOut'), true),
    });
  }

  /** One after the other: a page that was asked for earlier must not come after a newer one. */
  #load(version: number): void {
    this.#loading = (this.#loading ?? Promise.resolve()).then(async () => {
      if (version <= this.#newest) return;
      const page = await pageNow(location.pathname).catch(() => null);
      const fresh = page && findDocument(page);
      if (fresh) this.#take(page, fresh);
    });
  }

  #take(page: Document, fresh: DocumentForm): void {
    const facts = takeFacts(this.#document, fresh);
    const sections = takeSections(this.#document, fresh);
    this.#newest = fresh.version;
    this.#document.marks = { facts: facts.marks, sections: sections.marks };
    const by = [...this.#names].join(', ') || partsWord('liveParts.somebody');
    this.#names.clear();
    this.#showBoth(facts, sections, by);
    const labels = facts.changed.map(({ labels }) => labels?.[0]?.textContent.trim() ?? '');
    const both = sections.both.map(({ box }) => box.element.querySelector('h3')?.textContent.trim() ?? '');
    const parts = [...labels, ...sections.changed, ...both].filter((name) => name !== '');
    if (parts.length > 0) this.#say(partsWord('liveParts.changed', { name: by, parts: parts.join('; ') }));
    for (const element of [...facts.changed.map((control) => control.closest('.field')), ...sections.fresh])
      flash(element);
    takeHead(page);
    this.#people.draw();
    this.#settle();
  }

  #showBoth({ both: facts }: FactsTaken, { both: sections, lost }: SectionsTaken, by: string): void {
    for (const [name, box] of this.#open) {
      if (!name.includes('lost-')) box.remove();
      if (!box.isConnected) this.#open.delete(name);
    }
    for (const { name, control, fresh } of facts) {
      const text = fresh instanceof HTMLSelectElement ? (fresh.selectedOptions[0]?.text ?? '') : fresh.value;
      const now = mark(fresh.value);
      const choose = (marks: DocumentForm['marks']) => (marks.facts[name] = now);
      const take = () => takeValue(control, fresh);
      this.#ask(name, control.closest('.field') ?? control, { by, text, choose, take });
    }
    for (const { box, fresh } of sections) {
      const words = wordsOf(fresh);
      const heading = [words.label, words.title].filter((each) => each !== '').join('. ');
      const isRenamed = words.label !== box.label.value || words.title !== box.title.value;
      const text = isRenamed ? `${heading}\n${words.text}` : words.text;
      const choose = (marks: DocumentForm['marks']) =>
        (marks.sections[box.text.name.slice('text-'.length)] = markOf(words));
      this.#ask(box.text.name, box.text.closest('.field') ?? box.text, {
        by,
        text,
        choose,
        take: () => takeWords(box, fresh),
      });
    }
    for (const element of lost) this.#tellLost(element, by);
  }

  #ask(
    name: string,
    place: Element,
    version: { by: string; text: string; choose(marks: DocumentForm['marks']): void; take(): void },
  ): void {
    const { by, text, choose, take } = version;
    const end = (): void => {
      box.remove();
      this.#open.delete(name);
      const { marks } = this.#document;
      choose(marks);
      this.#document.marks = marks;
      this.#settle();
      place.querySelector<HTMLElement>('input, textarea, select')?.focus();
    };
    const box = theirVersionBox({
      by,
      text,
      take: () => {
        take();
        end();
      },
      keep: end,
    });
    place.after(box);
    this.#open.set(name, box);
  }

  #tellLost(element: HTMLElement, by: string): void {
    const box = lostSectionBox({
      by,
      drop: () => {
        const { marks } = this.#document;
        Reflect.deleteProperty(marks.sections, element.id.slice('section-'.length));
        this.#document.marks = marks;
        element.remove();
        this.#open.delete(element.id);
        this.#settle();
      },
    });
    element.prepend(box);
    this.#open.set(element.id, box);
  }

  /**
   * The form is of the newest version once nothing is left to choose. Until then the server is told of an older one, and compares part
   * by part: what nobody has chosen is not written over.
   */
  #settle(): void {
    if (this.#open.size === 0) this.#document.version = this.#newest;
    // What the browser keeps of the form follows.
    this.#document.form.dispatchEvent(new CustomEvent('taken'));
  }

  #say(sentence: string, stays = false): void {
    if (!this.#said) return;
    clearTimeout(this.#clear);
    this.#said.textContent = sentence;
    if (!stays) this.#clear = setTimeout(() => (this.#said!.textContent = ''), SAID);
  }
}

function flash(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.dataset['fresh'] = '';
  setTimeout(() => delete element.dataset['fresh'], FRESH);
}
