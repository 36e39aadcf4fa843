import { fingerprintOf } from '#core/plan/row-marks.ts';
import type { LiveMessages, LiveRow } from '#lib/plan/live-message.ts';
import { isAlone, placeOfRow } from '#lib/plan/place-of-row.ts';
import { groupKey, groupsByLevel, planRowHtml } from '#lib/plan/plan-rows-html.ts';
import type { PlanRow } from '#lib/plan/plan-row.ts';
import type { SaveQueue } from '#lib/plan/save-queue.ts';
import { itemIdOf, rowById, rowsOf, type TableDom } from '../dom.ts';
import type { OthersSaid } from './others-said.ts';
import { redrawRows, renumber } from './redraw-rows.ts';
import { word } from '../words.ts';

export interface LiveRowsTools {
  dom: TableDom;
  queue: SaveQueue;
  said: OthersSaid;
  /** The cell that is typed in. */
  typing(): HTMLTableCellElement | null;
  /** Shows the words of a row that is in the table. @returns names of the columns that changed */
  take(row: PlanRow): string[];
  /** A row is about to leave the table because somebody else removed it. */
  removed(row: HTMLTableRowElement, by: { name: string | null; version: number }): void;
  /** A row that was removed by somebody else still has words of this person. */
  lost(row: HTMLTableRowElement, version: number, by: string | null): void;
  /** Rows came, went or changed places. */
  redrawn(): void;
  /** Others changed something. */
  heard(): void;
  focus(cell: HTMLTableCellElement | null | undefined): void;
}

/** Milliseconds without news after which the table is compared with what it should be; or after which rows that did not come are asked for again. */
const CALM = 3_000;

type RowsMessage = LiveMessages['rows'];
type RemovedRows = ReadonlyMap<string, RowsMessage['removed'][number]>;

/** Rows of others, put into the table that is shown without touching what this person is typing; and all rows anew when it has to be. */
export class LiveRows {
  readonly #tools: LiveRowsTools;
  readonly #inSight: string[] = [];
  #waiting: RowsMessage[] = [];
  #loading: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #print = '';
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(tools: LiveRowsTools) {
    this.#tools = tools;
  }

  /** The server says how the plan stands; what was missed before is fetched. */
  hello({ print }: { print: string }): void {
    const known = this.#tools.dom.whole ? this.#shownPrint() : this.#print || print;
    this.#print = print;
    if (known !== print) void this.reload();
  }

  /** A row that was just added stays in sight, whatever the view of the page asks for. */
  keepInSight(itemId: string): void {
    this.#inSight.push(itemId);
  }

  apply(message: RowsMessage): void {
    this.#print = message.print;
    // Rows are on their way: what they do not know yet comes after them.
    if (this.#loading) return void this.#waiting.push(message);
    const removed = message.removed.map((each) => this.#remove(each));
    const changed = message.changed.map((each) => this.#change(each));
    const outcomes = [...removed, ...changed];
    if (outcomes.includes('redraw')) void this.reload();
    else if (outcomes.includes('moved')) this.#renumber();
    if (outcomes.includes('moved')) this.#tools.redrawn();
    if (outcomes.some((outcome) => outcome !== 'known')) this.#tools.heard();
    this.#whenCalm(() => this.#compare());
  }

  /** The rows as they are at the server. Whoever asks while they are on their way gets those that are asked for after that. */
  reload(): Promise<void> {
    this.#next ??= (this.#loading ?? Promise.resolve()).then(async () => {
      this.#next = null;
      this.#loading = this.#load();
      await this.#loading;
      this.#loading = null;
      for (const message of this.#waiting.splice(0)) this.apply(message);
    });
    return this.#next;
  }

  async #load(): Promise<void> {
    const { dom, queue, typing } = this.#tools;
    const answer = await fetch(`/plans/${dom.planId}/rows?${this.#query()}`).catch(() => null);
    const refused = answer !== null && (answer.redirected || (!answer.ok && answer.status < 500));
    if (refused) return;
    const html = answer?.ok ? await answer.text().catch(() => null) : null;
    if (!answer || html === null) return this.#whenCalm(() => void this.reload());
    const focused = dom.table.contains(document.activeElement) && !typing() ? document.activeElement : null;
    const cell = focused?.closest<HTMLTableCellElement>('[data-cell]');
    const place = cell && { id: itemIdOf(cell.closest('tr')!), column: cell.cellIndex };
    const { lost, gone } = redrawRows(dom, html, typing(), (row) => this.#isMine(itemIdOf(row)));
    this.#tellMissing(lost, gone, removedIn(answer.headers.get('x-plan-removed')));
    dom.root.querySelector('[data-no-rows]')?.toggleAttribute('hidden', html !== '');
    showCount(dom, answer.headers.get('x-plan-rows') ?? '');
    for (const row of rowsOf(dom.table)) {
      if (!this.#isMine(itemIdOf(row))) queue.know(itemIdOf(row), Number(row.dataset['v']));
    }
    this.#tools.redrawn();
    if (place) this.#tools.focus(rowById(dom.table, place.id)?.cells[place.column]);
  }

  /** What others removed while nothing was heard of it, named as if it had been; a row may also only have left the view of the page. */
  #tellMissing(lost: HTMLTableRowElement[], gone: HTMLTableRowElement[], removed: RemovedRows): void {
    const { dom, lost: stays, removed: tell } = this.#tools;
    // Being removed added one to the version at least; bringing back asks for the newest.
    const next = (row: HTMLTableRowElement) => ({ version: Number(row.dataset['v']) + 1, byId: '', by: null });
    for (const row of lost) {
      const { version, by } = removed.get(itemIdOf(row)) ?? next(row);
      stays(row, version, by);
    }
    for (const row of gone) {
      const found = removed.get(itemIdOf(row)) ?? (dom.whole ? next(row) : null);
      if (found && found.byId !== dom.userId) tell(row, { name: found.by, version: found.version });
    }
  }

  #whenCalm(then: () => void): void {
    clearTimeout(this.#calm);
    this.#calm = setTimeout(then, CALM);
  }

  #query(): string {
    const query = new URLSearchParams(location.search);
    if (this.#tools.dom.withSource) query.set('source', '');
    for (const itemId of this.#inSight) query.append('keep', itemId);
    return query.toString();
  }

  /** Whether a row has words of this person that the server has not. */
  #isMine(itemId: string): boolean {
    const { queue, typing } = this.#tools;
    const at = typing()?.closest('tr');
    return queue.isBusy(itemId) || (at != null && itemIdOf(at) === itemId);
  }

  #change({ row, after, by, byId }: LiveRow): 'known' | 'told' | 'moved' | 'redraw' {
    const { dom, queue, said, take } = this.#tools;
    const shown = rowById(dom.table, row.id);
    if (shown && row.version <= Number(shown.dataset['v'])) return 'known';
    if ((queue.versionOf(row.id) ?? 0) >= row.version && !shown) return 'known';
    const columns = shown ? take(row) : [];
    // What I did myself, here or in another window, I need not be told.
    if (byId !== dom.userId) {
      if (shown) said.changed({ row: shown, columns, by });
      else said.added(by);
    }
    if (!dom.whole) return shown ? 'told' : 'redraw';
    return this.#place(row, shown, after);
  }

  #place(row: PlanRow, shown: HTMLTableRowElement | null, after: string | null): 'told' | 'moved' | 'redraw' {
    const { dom, focus, typing } = this.#tools;
    const group = groupKey(row, this.#byLevel);
    const place = placeOfRow(this.#placed(), { id: row.id, group }, after);
    if (place === 'stay') return 'told';
    // The row that is typed in must not leave the page.
    if (place === 'redraw' || (shown && shown === typing()?.closest('tr'))) return 'redraw';
    const element = shown ?? this.#made(row);
    const focused = shown?.contains(document.activeElement) ? document.activeElement : null;
    if ('below' in place) rowById(dom.table, place.below)!.after(element);
    else rowById(dom.table, place.above)!.before(element);
    if (!shown) this.#tools.queue.know(row.id, row.version);
    focus(focused?.closest<HTMLTableCellElement>('[data-cell]'));
    return 'moved';
  }

  #remove({ id, version, byId, by }: RowsMessage['removed'][number]): 'known' | 'moved' | 'redraw' {
    const { dom, focus, lost, queue, removed } = this.#tools;
    const row = rowById(dom.table, id);
    if (!row || Number(row.dataset['v']) >= version) return 'known';
    if (this.#isMine(id)) {
      lost(row, version, by);
      return 'known';
    }
    queue.know(id, version);
    if (byId !== dom.userId) removed(row, { name: by, version });
    const rows = rowsOf(dom.table);
    const index = rows.indexOf(row);
    const focused = row.contains(document.activeElement);
    if (isAlone(this.#placed(), id)) return 'redraw';
    row.remove();
    if (focused) focus((rows[index + 1] ?? rows[index - 1])?.cells[0]);
    return 'moved';
  }

  #made(row: PlanRow): HTMLTableRowElement {
    const { planId, columns, withSource } = this.#tools.dom;
    const body = document.createElement('tbody');
    // Escaped where it is made: plan-rows-html.ts.
    body.innerHTML = planRowHtml(row, 0, { planId, columns, withSource, rowWord: word('planTable.row') });
    return body.rows[0]!;
  }

  get #byLevel(): boolean {
    return groupsByLevel(this.#tools.dom.table.tBodies[0]?.dataset['g'] ?? '');
  }

  #placed(): { id: string; group: string }[] {
    return rowsOf(this.#tools.dom.table).map((row) => ({
      id: itemIdOf(row),
      group: row.closest('tbody')?.dataset['g'] ?? '',
    }));
  }

  #renumber(): void {
    for (const [index, row] of rowsOf(this.#tools.dom.table).entries()) renumber(row, String(index + 1));
  }

  #shownPrint(): string {
    return fingerprintOf(
      rowsOf(this.#tools.dom.table).map((row) => ({ id: itemIdOf(row), version: Number(row.dataset['v']) })),
    );
  }

  /** Nothing has come for a while: if the table is not what the server says, something went wrong on the way. */
  #compare(): void {
    const { dom, queue, typing } = this.#tools;
    if (!dom.whole || this.#loading || queue.pending.length > 0 || typing()) return;
    if (this.#shownPrint() !== this.#print) void this.reload();
  }
}

/** Who removed which rows last, as the answer with the rows tells it. */
function removedIn(header: string | null): RemovedRows {
  const rows = header === null ? [] : (JSON.parse(decodeURIComponent(header)) as RowsMessage['removed']);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many rows of the plan are in view, where only some are. */
function showCount(dom: TableDom, total: string): void {
  const place = dom.root.querySelector<HTMLElement>('[data-shown]');
  if (!place) return;
  const shown = String(rowsOf(dom.table).length);
  place.textContent = place.dataset['shown']!.replace('{shown}', shown).replace('{total}', total);
}
