import { MentionBox } from '../../mention-box.ts';
import { make } from '../dom.ts';
import { readTargets } from './talk-requests.ts';

export interface TalkFormOptions {
  planId: string;
  label: string;
  send: string;
  /** @returns whether it was taken; only then the box is emptied */
  submit(words: string, mentions: string[]): Promise<boolean>;
}

let forms = 0;

/** A box to say something in, with names behind "@". It is kept as it is until what it says was taken. */
export class TalkForm {
  readonly element = make('form');
  readonly #text = make('textarea');

  /** Something stands in the box that was not taken yet. */
  get isWriting(): boolean {
    return this.#text.value.trim() !== '';
  }

  constructor({ planId, label, send, submit }: TalkFormOptions) {
    const text = this.#text;
    text.rows = 3;
    const name = make('label', { text: label });
    name.htmlFor = text.id = `talk-${(forms += 1)}`;
    this.element.append(name, text);
    const picked = new Map<string, string>();
    new MentionBox(text, {
      targets: () => readTargets(planId),
      onPick: ({ ref, label: name }) => picked.set(ref, name),
    });
    const sendButton = make('button', { text: send });
    this.element.append(sendButton);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      sendButton.disabled = true;
      const named = [...picked].filter(([, name]) => text.value.includes(`@${name}`)).map(([ref]) => ref);
      void submit(text.value, named).then((taken) => {
        sendButton.disabled = false;
        if (!taken) return;
        text.value = '';
        picked.clear();
      });
    });
  }
}
