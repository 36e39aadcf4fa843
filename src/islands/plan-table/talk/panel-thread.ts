import { DECISIONS, type SaidVersion, type ThreadView } from '#lib/plan/comment-view.ts';
import { talkWord } from '../../talk-words.ts';
import { button, make } from '../dom.ts';
import { TalkForm } from './talk-form.ts';
import { threadWords } from './thread-words.ts';

export interface PanelThreadTools {
  planId: string;
  /** @returns whether it was taken; a refusal is said, and what was typed stays */
  send(under: string, body: object): Promise<boolean>;
}

/**
 * One thread in the panel of a row. Its words are drawn anew when others say something; the box that one writes in below them is never
 * touched, so that caret, offered names and a letter that is being composed stay.
 */
export class PanelThread {
  readonly element = make('article');
  readonly #words = make('div');
  readonly #foot = make('div');
  readonly #tools: PanelThreadTools;
  #thread: ThreadView;
  #shown = '';
  #writing = false;

  constructor(tools: PanelThreadTools, thread: ThreadView) {
    this.#tools = tools;
    this.#thread = thread;
    this.element.append(this.#words, this.#foot);
    this.show(thread);
  }

  /** Somebody replies or answers, and may not have sent it yet. */
  get isWriting(): boolean {
    return this.#writing;
  }

  show(thread: ThreadView): void {
    this.#thread = thread;
    const shown = JSON.stringify(thread);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#words.replaceChildren(...threadWords(thread));
    if (!this.#writing) this.#drawButtons();
  }

  #drawButtons(): void {
    const focused = this.#foot.contains(document.activeElement);
    this.#foot.replaceChildren(this.#buttons());
    if (focused) this.#foot.querySelector('button')?.focus();
  }

  #buttons(): HTMLElement {
    const { id, version, decision, mayReply, mayAnswer, maySettle, takeBack, putBack } = this.#thread;
    const buttons = make('div', { class: 'buttons' });
    const open = decision === null;
    if (mayReply) buttons.append(button(talkWord('talk.reply'), () => this.#write(this.#reply())));
    if (mayAnswer) buttons.append(button(talkWord('talk.answer'), () => this.#write(this.#answer())));
    if (maySettle) {
      const settle = { version, state: open ? 'settled' : 'open' };
      const word = talkWord(open ? 'talk.settle' : 'talk.reopen');
      buttons.append(button(word, () => void this.#tools.send(`/${id}`, settle)));
    }
    if (takeBack)
      buttons.append(
        this.#mine(takeBack, 'withdrawn', talkWord(takeBack.id === id ? 'talk.takeBack' : 'talk.takeBackReply')),
      );
    if (putBack) buttons.append(this.#mine(putBack, 'said', talkWord('talk.putBack')));
    return buttons;
  }

  /** Takes back what this person said, or lets it stand again. */
  #mine({ id, version }: SaidVersion, state: 'withdrawn' | 'said', label: string): HTMLButtonElement {
    return button(label, () => void this.#tools.send(`/${id}`, { version, state }));
  }

  #write(form: HTMLElement): void {
    this.#writing = true;
    this.#foot.replaceChildren(form);
    form.querySelector<HTMLElement>('textarea, select')?.focus();
  }

  #written(): void {
    this.#writing = false;
    this.#drawButtons();
  }

  #reply(): HTMLElement {
    const { planId, send } = this.#tools;
    const { element } = new TalkForm({
      planId,
      label: talkWord('talk.replyWords'),
      send: talkWord('talk.send'),
      submit: async (words, mentions) => {
        const taken = await send('', { words, parent: this.#thread.id, mentions });
        if (taken) this.#written();
        return taken;
      },
    });
    element.append(this.#cancel());
    return element;
  }

  #answer(): HTMLElement {
    const thread = this.#thread;
    let refused = false;
    const form = make('form');
    const decision = make('select');
    decision.append(new Option(talkWord('talk.choose'), ''));
    for (const value of DECISIONS) decision.append(new Option(talkWord(`talk.${value}`), value));
    decision.value = thread.decision ?? '';
    const answer = make('textarea');
    answer.rows = 2;
    answer.value = thread.answer ?? '';
    form.append(make('label', {}, talkWord('talk.decision'), decision));
    form.append(make('label', {}, talkWord('talk.answerWords'), answer));
    form.append(make('button', { text: talkWord('talk.save') }), this.#cancel());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      // An answer that somebody else gave meanwhile is not replaced unseen: refused once, it stands above this form.
      const { version } = refused ? this.#thread : thread;
      const body = { version, decision: decision.value, answer: answer.value };
      void this.#tools.send(`/${thread.id}`, body).then((taken) => {
        refused = !taken;
        if (taken) this.#written();
      });
    });
    return form;
  }

  #cancel(): HTMLButtonElement {
    return button(talkWord('talk.cancel'), () => this.#written());
  }
}
