import type { Finding } from '#core/plan/finding.ts';
import { columnOf } from '#lib/plan/column-of.ts';
import { iconHtml } from '#lib/plan/icon-html.ts';
import { mendedText } from '#lib/plan/mended-text.ts';
import { button, cellOf, make, rowById, rowsOf, type TableDom, textOfCell, wholeWords } from './dom.ts';
import { word } from './words.ts';

export interface FindingsTools {
  dom: TableDom;
  /** Saves a mend as if it were typed. */
  mend(cell: HTMLTableCellElement, text: string): void;
  /** The cell that is being typed in: nothing is drawn there. */
  busyCell(): HTMLTableCellElement | null;
}

const WAIT = 700;
const OTHERS_WAIT = 3_000;
const FEW = 3;
const WORST = ['error', 'warning', 'hint'] as const;

/** Findings follow the typing: asked for anew after each save, drawn where the fault is, counted in the margin. */
export class Findings {
  readonly #tools: FindingsTools;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #all: Finding[] = [];
  onChange: () => void = () => undefined;

  constructor(tools: FindingsTools) {
    this.#tools = tools;
  }

  /** Soon, once for several saves in a row. */
  refresh(wait = WAIT): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#load();
    }, wait);
  }

  /** Others changed something: asked for before long, not by everybody at once and not with each of their words. */
  heard(): void {
    if (this.#timer === undefined) this.refresh(OTHERS_WAIT * (1 + Math.random()));
  }

  ofRow(itemId: string): Finding[] {
    return this.#all.filter((finding) => finding.where.item === itemId);
  }

  async #load(): Promise<void> {
    const { planId } = this.#tools.dom;
    try {
      const answer = await fetch(`/plans/${planId}/findings/list`, { headers: { accept: 'application/json' } });
      if (!answer.ok) return;
      this.#all = ((await answer.json()) as { findings: Finding[] }).findings;
      this.draw();
      this.onChange();
    } catch {
      // The line is away: the last findings stay, and the next save asks again.
    }
  }

  /** Puts everything in its place; also after rows were drawn anew. */
  draw(): void {
    const { table, root } = this.#tools.dom;
    for (const old of table.querySelectorAll('.finding, .marks')) old.remove();
    for (const row of rowsOf(table)) this.#drawMarks(row);
    for (const finding of this.#all) this.#drawInCell(finding);
    this.#drawGeneral(root.querySelector<HTMLElement>('[data-general]'));
    this.#drawCount(root.querySelector<HTMLElement>('[data-count]'));
  }

  #drawMarks(row: HTMLTableRowElement): void {
    const findings = this.ofRow(row.id.slice(2));
    if (findings.length === 0) return;
    const worst = WORST.find((severity) => findings.some((finding) => finding.severity === severity))!;
    const marks = make('span', { class: `marks ${worst}` });
    marks.innerHTML = iconHtml(worst);
    marks.append(
      String(findings.length),
      make('span', { class: 'visually-hidden', text: ` ${word('planTable.findingsHere')}` }),
    );
    row.cells[0]?.append(marks);
  }

  /** Errors and warnings stand at the fault; hints only in the row's panel, so that the table stays a table. */
  #drawInCell(finding: Finding): void {
    const { dom } = this.#tools;
    const { item, field } = finding.where;
    if (finding.severity === 'hint' || item === null || field === null) return;
    const row = rowById(dom.table, item);
    const column = columnOf(field);
    const cell = row && column && cellOf(row, dom.columns, column);
    if (!cell || cell === this.#tools.busyCell()) return;
    const entry = this.entry(finding, cell);
    // The grid has one stop for Tab; by keyboard the mend is in the row's panel.
    for (const mend of entry.querySelectorAll('button')) mend.tabIndex = -1;
    cell.append(entry);
  }

  /** One finding: its sentence, and the mend as a button when it is clear what it would change. */
  entry(finding: Finding, cell: HTMLTableCellElement | null): HTMLElement {
    const box = make('div', { class: `finding ${finding.severity}` });
    box.innerHTML = iconHtml(finding.severity);
    const mended = cell && mendedText(textOfCell(cell), finding);
    const sentence = make('span', {}, ...wholeWords(finding.message));
    sentence.prepend(make('span', { class: 'visually-hidden', text: `${word(`planTable.${finding.severity}`)}: ` }));
    box.append(sentence);
    if (finding.suggestion === null) return box;
    if (cell && mended !== null && this.#tools.dom.mayEdit) {
      box.append(button(word('planTable.mend', { text: finding.suggestion }), () => this.#tools.mend(cell, mended)));
    } else sentence.append(' ', ...wholeWords(word('planTable.suggestion', { text: finding.suggestion })));
    return box;
  }

  #drawGeneral(place: HTMLElement | null): void {
    if (!place) return;
    const known = new Set(rowsOf(this.#tools.dom.table).map((row) => row.id.slice(2)));
    const general = this.#all.filter(({ where }) => where.item === null || !known.has(where.item));
    place.hidden = general.length === 0;
    if (general.length === 0) return;
    // A few stand beside the source; more than that would be a wall in front of the rows.
    const open = place.querySelector('details')?.open ?? (this.#tools.dom.withSource && general.length <= FEW);
    const details = make(
      'details',
      {},
      make('summary', { text: word('planTable.general', { count: general.length }) }),
    );
    details.open = open;
    const list = make('ul');
    for (const finding of general) list.append(make('li', {}, this.#generalEntry(finding)));
    const link = make('a', { text: word('planTable.openDocument') });
    link.href = `/plans/${this.#tools.dom.planId}/document`;
    details.append(list, link);
    place.replaceChildren(details);
  }

  #generalEntry(finding: Finding): HTMLElement {
    const entry = this.entry(finding, null);
    const { place } = finding.where;
    if (place?.paragraph != null && this.#tools.dom.withSource) entry.dataset['paragraph'] = String(place.paragraph);
    return entry;
  }

  /** Each weight with its sign and number, as the way to the list of them. */
  #drawCount(place: HTMLElement | null): void {
    if (!place) return;
    place.hidden = false;
    const link = make('a');
    link.href = `/plans/${this.#tools.dom.planId}/findings`;
    for (const severity of WORST) {
      const count = this.#all.filter((finding) => finding.severity === severity).length;
      if (count === 0) continue;
      const part = make('span', { class: `weight ${severity}` });
      part.innerHTML = iconHtml(severity);
      part.append(word(`planTable.count.${severity}`, { count }));
      link.append(part);
    }
    place.replaceChildren(this.#all.length === 0 ? word('planTable.noFindings') : link);
  }
}
