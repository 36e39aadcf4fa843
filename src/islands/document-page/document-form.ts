import { readMarks, type ShownMarks } from '#lib/plan/merge-sections.ts';
import type { PagedSection } from '#lib/plan/section-fates.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One section of the document as it stands in a page. */
export interface SectionBox {
  path: string;
  element: HTMLElement;
  label: Control;
  title: Control;
  text: Control;
}

/** The form around the rows, of the page that is shown or of one that was asked for: its fields, and the marks of what they began with. */
export class DocumentForm {
  readonly form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.form = form;
  }

  get version(): number {
    return Number(this.#hidden('version').value);
  }

  set version(version: number) {
    this.#hidden('version').value = String(version);
  }

  get marks(): ShownMarks {
    return readMarks(this.#hidden('marks').value) ?? { sections: {}, facts: {} };
  }

  set marks(marks: ShownMarks) {
    this.#hidden('marks').value = JSON.stringify(marks);
  }

  fact(name: string): Control | null {
    const control = this.form.elements.namedItem(name);
    return isControl(control) ? control : null;
  }

  /** In order of the document. */
  sections(): SectionBox[] {
    return [...this.form.querySelectorAll<HTMLElement>('section[id^="section-"]')].flatMap((element) => {
      const path = element.id.slice('section-'.length);
      const of = (name: string) => this.fact(`${name}-${path}`);
      const [label, title, text] = [of('label'), of('title'), of('text')];
      return label && title && text ? [{ path, element, label, title, text }] : [];
    });
  }

  #hidden(name: string): HTMLInputElement {
    return this.form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)!;
  }
}

/** The document form of a page; null when it has none. */
export function findDocument(page: Document): DocumentForm | null {
  const form = page.querySelector<HTMLFormElement>('form[data-parts]');
  return form && new DocumentForm(form);
}

export function wordsOf({ path, label, title, text }: SectionBox): PagedSection {
  return { path, label: label.value, title: title.value, text: text.value };
}

export function nameOf({ element }: SectionBox): string {
  return element.querySelector('h3')?.textContent.trim() ?? '';
}

function isControl(element: unknown): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

/** Gives a field the value of its fellow in a newer page; whoever is in it stays where they are. */
export function takeValue(control: Control, fresh: Control): void {
  if (control instanceof HTMLSelectElement) {
    control.replaceChildren(...[...fresh.children].map((option) => option.cloneNode(true)));
    return;
  }
  const isHere = document.activeElement === control;
  const [start, end] = isHere ? [control.selectionStart, control.selectionEnd] : [null, null];
  control.value = fresh.value;
  control.defaultValue = fresh.value;
  if (start !== null) control.setSelectionRange(start, end);
}
