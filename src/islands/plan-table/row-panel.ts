import { button, cellOf, itemIdOf, make, numberOf, rowById, type TableDom } from './dom.ts';
import type { Findings } from './findings.ts';
import { columnOf } from '#lib/plan/column-of.ts';
import { word } from './words.ts';

export interface RowPanelTools {
  dom: TableDom;
  findings: Findings;
  addBelow(row: HTMLTableRowElement): void;
  duplicate(row: HTMLTableRowElement): void;
  move(row: HTMLTableRowElement, step: 1 | -1): void;
  remove(row: HTMLTableRowElement): void;
  /** The panel was closed; the keyboard goes back to the row. */
  closed(row: HTMLTableRowElement | null): void;
}

/** Everything about one row: what can be done with it, its findings, the requirement of its criterion, where it was read from. */
export class RowPanel {
  readonly #tools: RowPanelTools;
  readonly #panel: HTMLElement | null;
  #itemId: string | null = null;
  #about = '';

  constructor(tools: RowPanelTools) {
    this.#tools = tools;
    this.#panel = tools.dom.root.querySelector<HTMLElement>('[data-panel]');
    this.#panel?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    tools.findings.onChange = () => this.#draw();
  }

  get isOpen(): boolean {
    return this.#itemId !== null;
  }

  async open(row: HTMLTableRowElement, options: { focus: boolean }): Promise<void> {
    const itemId = itemIdOf(row);
    this.#itemId = itemId;
    this.#about = `<p>${word('planTable.loading')}</p>`;
    this.#draw();
    if (options.focus) this.#panel?.querySelector('button')?.focus();
    const about = await this.#load(itemId);
    if (this.#itemId !== itemId) return;
    this.#about = about;
    this.#draw();
  }

  close(): void {
    const row = this.#itemId === null ? null : rowById(this.#tools.dom.table, this.#itemId);
    this.#itemId = null;
    if (this.#panel) this.#panel.hidden = true;
    this.#tools.closed(row);
  }

  /** HTML that the server made and escaped. */
  async #load(itemId: string): Promise<string> {
    try {
      const answer = await fetch(`/plans/${this.#tools.dom.planId}/items/${itemId}/about`);
      return answer.ok ? await answer.text() : '';
    } catch {
      return `<p>${word('planTable.offlineAbout')}</p>`;
    }
  }

  #draw(): void {
    const panel = this.#panel;
    if (!panel || this.#itemId === null) return;
    const row = rowById(this.#tools.dom.table, this.#itemId);
    if (!row) return this.close();
    const focused = panel.contains(document.activeElement) ? document.activeElement?.textContent : null;
    panel.hidden = false;
    const about = make('div');
    about.innerHTML = this.#about;
    panel.replaceChildren(this.#head(row), this.#actions(row), this.#findings(row), about);
    if (focused) [...panel.querySelectorAll('button')].find((each) => each.textContent === focused)?.focus();
  }

  #head(row: HTMLTableRowElement): HTMLElement {
    const title = make('h2', { text: word('planTable.rowTitle', { number: numberOf(row) }) });
    return make(
      'div',
      { class: 'panel-head' },
      title,
      button(word('planTable.close'), () => this.close()),
    );
  }

  #actions(row: HTMLTableRowElement): HTMLElement {
    const { dom, addBelow, duplicate, move, remove } = this.#tools;
    const actions = make('div', { class: 'panel-actions' });
    if (dom.mayEdit) {
      actions.append(
        button(word('planTable.addBelow'), () => addBelow(row)),
        button(word('planTable.duplicate'), () => duplicate(row)),
        button(word('planTable.up'), () => move(row, -1)),
        button(word('planTable.down'), () => move(row, 1)),
        button(word('planTable.remove'), () => remove(row), 'danger'),
      );
    }
    const link = make('a', { text: word('planTable.ownPage') });
    link.href = `/plans/${dom.planId}/items/${itemIdOf(row)}`;
    return make('div', {}, actions, make('p', {}, link));
  }

  #findings(row: HTMLTableRowElement): HTMLElement {
    const { dom, findings } = this.#tools;
    const here = findings.ofRow(itemIdOf(row));
    const part = make('div');
    if (here.length === 0) return part;
    part.append(make('h3', { text: word('planTable.findings', { count: here.length }) }));
    for (const finding of here) {
      const column = finding.where.field && columnOf(finding.where.field);
      part.append(findings.entry(finding, column ? cellOf(row, dom.columns, column) : null));
    }
    return part;
  }
}
