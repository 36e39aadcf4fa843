import { showCell } from './cells/show-cell.ts';
import { button, cellOf, itemIdOf, make, numberOf, rowById, type TableDom } from './dom.ts';
import type { LiveMessages } from '#lib/plan/live-message.ts';
import type { Findings } from './findings.ts';
import { columnOf } from '#lib/plan/column-of.ts';
import { PanelComments } from './talk/panel-comments.ts';
import { TalkMarks } from './talk/talk-marks.ts';
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

/** Everything about one row: what can be done with it, its findings, what people say about it, the requirement of its criterion. */
export class RowPanel {
  readonly #tools: RowPanelTools;
  readonly #panel: HTMLElement | null;
  readonly #marks: TalkMarks;
  readonly #top = make('div');
  readonly #about = make('div');
  /** Of the row that is open, and of rows about which something is half written. */
  readonly #talks = new Map<string, PanelComments>();
  #pulse: number | null = null;
  #itemId: string | null = null;

  constructor(tools: RowPanelTools) {
    this.#tools = tools;
    this.#panel = tools.dom.root.querySelector<HTMLElement>('[data-panel]');
    this.#panel?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    this.#marks = new TalkMarks(tools.dom);
    tools.findings.onChange = () => {
      this.#marks.draw();
      this.#draw();
    };
  }

  get isOpen(): boolean {
    return this.#itemId !== null;
  }

  async open(row: HTMLTableRowElement, options: { focus: boolean }): Promise<void> {
    const itemId = itemIdOf(row);
    this.#itemId = itemId;
    this.#about.replaceChildren(make('p', { text: word('planTable.loading') }));
    this.#panel?.replaceChildren(this.#top, ...this.#comments(itemId), this.#about);
    this.#draw();
    // Beside the panel the rows are narrower, so that this one may have moved.
    const cell = row.cells[0];
    if (cell) showCell(this.#tools.dom, cell);
    if (options.focus) this.#panel?.querySelector('button')?.focus();
    const about = await this.#load(itemId);
    if (this.#itemId !== itemId) return;
    this.#about.innerHTML = about;
  }

  /** People talk: what waits at each row is shown, and what was said about the row that is open. */
  hear({ open, pulse, changed }: LiveMessages['talk']): void {
    this.#marks.hear(open);
    const missed = changed.length === 0 && this.#pulse !== null && this.#pulse !== pulse;
    this.#pulse = pulse;
    const here = changed.filter(({ itemId }) => itemId === this.#itemId);
    const talk = this.#itemId === null ? undefined : this.#talks.get(this.#itemId);
    if (here.length > 0 || missed)
      void talk?.refresh({ tell: here.some(({ byId }) => byId !== this.#tools.dom.userId) });
  }

  /** While a file is looked through there is nobody to talk to about it. */
  #comments(itemId: string): HTMLElement[] {
    const { dom } = this.#tools;
    if (dom.withSource) return [];
    for (const [id, { isWriting }] of this.#talks) if (!isWriting) this.#talks.delete(id);
    const talk = this.#talks.get(itemId) ?? new PanelComments(dom.planId, itemId, () => void this.#marks.load());
    this.#talks.set(itemId, talk);
    void talk.refresh();
    return [talk.element];
  }

  close(): void {
    const row = this.#itemId === null ? null : rowById(this.#tools.dom.table, this.#itemId);
    this.#itemId = null;
    if (this.#panel) this.#panel.hidden = true;
    // Findings of a row that nobody looks at would grow old there.
    this.#top.replaceChildren();
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
    if (!row) {
      // The row is gone; words that somebody is writing about it are not.
      if (!this.#talks.get(this.#itemId)?.isWriting) this.close();
      return;
    }
    const top = this.#top;
    const focused = top.contains(document.activeElement) ? document.activeElement?.textContent : null;
    panel.hidden = false;
    top.replaceChildren(this.#head(row), this.#actions(row), this.#findings(row));
    if (focused) [...top.querySelectorAll('button')].find((each) => each.textContent === focused)?.focus();
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
