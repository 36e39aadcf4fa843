import type { LiveMessages } from '#lib/plan/live-message.ts';
import type { SaveQueue } from '#lib/plan/save-queue.ts';
import type { CellEditor } from '../cells/cell-editor.ts';
import { LiveStream } from '../../live-stream.ts';
import { PlanHeadNow } from '../../plan-head-now.ts';
import { button, type TableDom } from '../dom.ts';
import { LiveRows } from './live-rows.ts';
import { LostRows } from './lost-rows.ts';
import { OthersSaid } from './others-said.ts';
import { People } from './people.ts';
import { RemovedRows } from './removed-rows.ts';
import type { SaveStatus } from '../cells/save-status.ts';
import { takeRow } from './take-row.ts';
import { word } from '../words.ts';

export interface LiveTogetherTools {
  dom: TableDom;
  queue: SaveQueue;
  editor: CellEditor;
  status: SaveStatus;
  restore(itemId: string, version: number): Promise<boolean>;
  /** Rows came, went or changed places. */
  redrawn(): void;
  /** Others changed something. */
  heard(): void;
  /** People talk about rows. */
  talk(message: LiveMessages['talk']): void;
  focus(cell: HTMLTableCellElement | null | undefined): void;
}

/** Several people in one plan: their rows, who they are, and that it cannot be written in any more. */
export class LiveTogether {
  readonly said: OthersSaid;
  readonly #tools: LiveTogetherTools;
  readonly #rows: LiveRows;
  readonly #lost: LostRows;
  readonly #people: People;
  readonly #removed: RemovedRows;
  readonly #head = new PlanHeadNow();

  constructor(tools: LiveTogetherTools) {
    const { dom, queue, editor, status } = tools;
    this.#tools = tools;
    const others = dom.root.querySelector('[data-others]');
    this.said = new OthersSaid((sentence) => {
      if (others) others.textContent = sentence;
    });
    this.#people = new People(dom);
    this.#lost = new LostRows({
      dom,
      restore: async (itemId, version) => {
        const done = await tools.restore(itemId, version);
        if (done) queue.retryRow(itemId);
        return done;
      },
      drop: (itemId) => queue.forgetRow(itemId),
    });
    this.#removed = new RemovedRows({ dom, restore: tools.restore });
    this.#rows = new LiveRows({
      dom,
      queue,
      said: this.said,
      typing: () => editor.cell,
      take: (row) => takeRow({ dom, queue, editor }, row, null),
      removed: (row, by) => this.#removed.show(row, by),
      lost: (row, version, by) => this.#lost.show(row, version, by),
      redrawn: () => this.#redrawn(),
      heard: tools.heard,
      focus: tools.focus,
    });
    new LiveStream({
      planId: dom.planId,
      on: {
        hello: (message) => {
          this.#people.hello(message);
          this.#rows.hello(message);
          this.#editing(message.mayEdit);
          this.#head.hear(message.version);
        },
        parts: ({ version }) => this.#head.hear(version),
        rows: (message) => this.#rows.apply(message),
        talk: (message) => tools.talk(message),
        people: ({ people }) => this.#people.show(people),
        editing: ({ mayEdit }) => this.#editing(mayEdit),
        end: ({ why }) => this.#end(why),
      },
      silent: () => this.#people.silent(),
      refused: (why, sentence) => {
        if (why === 'signed-out') this.#end(why);
        else if (sentence !== null) status.say(sentence);
      },
    });
  }

  reload(): Promise<void> {
    return this.#rows.reload();
  }

  keepInSight(itemId: string): void {
    this.#rows.keepInSight(itemId);
  }

  #redrawn(): void {
    this.#tools.redrawn();
    this.#lost.draw();
    this.#removed.draw();
    this.#people.draw();
  }

  /** The plan took a step, or the person has another role. What was typed stays on this computer. */
  #editing(mayEdit: boolean): void {
    const { dom, editor } = this.#tools;
    if (mayEdit === dom.mayEdit) return;
    this.#head.renew();
    this.#movedOn(word(mayEdit ? 'planTable.openAgain' : 'planTable.lockedNow'));
    if (mayEdit) return;
    editor.close('keep');
    dom.mayEdit = false;
    dom.root.dataset['edit'] = 'false';
    this.#redrawn();
  }

  #movedOn(sentence: string): void {
    const place = this.#tools.dom.root.querySelector<HTMLElement>('[data-moved-on]');
    if (!place) return;
    place.replaceChildren(
      sentence,
      button(word('planTable.reload'), () => location.reload()),
    );
    place.hidden = false;
  }

  #end(why: LiveMessages['end']['why']): void {
    const { editor, status } = this.#tools;
    editor.close('keep');
    this.#people.silent();
    status.problem(word(why === 'signed-out' ? 'planTable.signedOutNow' : 'planTable.notAllowedNow'));
  }
}
