import { talkWord } from '../../talk-words.ts';
import { itemIdOf, make, rowsOf, type TableDom } from '../dom.ts';
import { readTalkCounts } from './talk-requests.ts';

/** How many threads wait, beside the number of each row. Asked for once the page stands, so that it costs the page nothing. */
export class TalkMarks {
  readonly #dom: TableDom;
  #counts: Record<string, number> = {};
  #heard = 0;

  constructor(dom: TableDom) {
    this.#dom = dom;
    if (!dom.withSource) void this.load();
  }

  /** What waits now, told by the server. */
  hear(counts: Record<string, number>): void {
    this.#heard += 1;
    this.#counts = counts;
    this.draw();
  }

  async load(): Promise<void> {
    const heard = this.#heard;
    const counts = await readTalkCounts(this.#dom.planId);
    // What was told meanwhile is newer than what was asked for before it.
    if (counts === null || heard !== this.#heard) return;
    this.#counts = counts;
    this.draw();
  }

  /** Also after rows were drawn anew. */
  draw(): void {
    for (const row of rowsOf(this.#dom.table)) {
      const count = this.#counts[itemIdOf(row)] ?? 0;
      const old = row.cells[0]?.querySelector('.talk');
      if (count === 0) old?.remove();
      else if (old) old.replaceWith(markOf(count));
      else row.cells[0]?.append(markOf(count));
    }
  }
}

function markOf(count: number): HTMLElement {
  const mark = make('span', { class: 'talk' });
  mark.append(make('span', { class: 'bubble' }), String(count));
  mark.append(make('span', { class: 'visually-hidden', text: ` ${talkWord('talk.here')}` }));
  return mark;
}
