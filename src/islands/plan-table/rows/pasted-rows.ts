import type { EditableField } from '#core/plan/edit-item.ts';
import type { TableDom } from '../dom.ts';
import { type Failed, postRows } from '../cells/requests.ts';

/** Rows that a paste adds below one that is there. */
export interface PastedRows {
  after: string;
  rows: { id: string; cells: Partial<Record<EditableField, string>> }[];
}

export interface PastedRowsTools {
  dom: TableDom;
  /** The rows are at the server. */
  arrived(pasted: PastedRows): Promise<void>;
  /** They waited on this computer, and are at the server now. */
  late(count: number): void;
  /** They wait on this computer for the line. */
  waiting(count: number): void;
  /** They could not be added, and wait on this computer: the plan may be open for writing again another day. */
  refused(count: number, sentence: string): void;
}

const RETRY = 3_000;

/** Pasted rows on their way: kept by the browser until the server has them, all of a paste or none, however often they are sent. */
export class PasteSender {
  readonly #tools: PastedRowsTools;
  readonly #key: string;
  #waiting: PastedRows[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending = false;

  constructor(tools: PastedRowsTools) {
    this.#tools = tools;
    this.#key = `caitien.paste.${tools.dom.userId}.${tools.dom.planId}`;
    this.#waiting = this.#read();
    if (tools.dom.mayEdit) void this.retry();
  }

  /** Rows wait on this computer. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * @returns a sentence when the rows were refused: nothing is kept of them then, the clipboard still has them. Whoever has to sign in
   * again may find another clipboard after that: their rows wait here like those without a line.
   */
  async send(pasted: PastedRows): Promise<string | null> {
    this.#waiting = [...this.#waiting, pasted];
    this.#keep((kept) => [...kept, pasted]);
    const answer = await this.#try(pasted);
    if (answer.kind === 'unreachable') this.#waitForLine();
    if (answer.kind !== 'refused') return null;
    if (answer.signedOut) {
      this.#tools.refused(pasted.rows.length, answer.sentence);
      return null;
    }
    this.#drop(pasted);
    return answer.sentence;
  }

  /** What an earlier try, or yesterday's page, left behind. */
  async retry(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (const pasted of [...this.#waiting]) {
      const answer = await this.#try(pasted);
      if (answer.kind === 'unreachable') {
        this.#waitForLine();
        break;
      }
      if (answer.kind === 'refused') this.#tools.refused(pasted.rows.length, answer.sentence);
      else this.#tools.late(pasted.rows.length);
    }
    this.#sending = false;
  }

  async #try(pasted: PastedRows): Promise<{ kind: 'rows' } | Failed> {
    const answer = await postRows(this.#tools.dom.planId, pasted);
    if (answer.kind === 'rows') {
      this.#drop(pasted);
      await this.#tools.arrived(pasted);
    }
    return answer;
  }

  #waitForLine(): void {
    this.#tools.waiting(this.#waiting.reduce((sum, { rows }) => sum + rows.length, 0));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.retry(), RETRY);
  }

  #drop(pasted: PastedRows): void {
    this.#waiting = this.#waiting.filter((each) => each !== pasted);
    this.#keep((kept) => kept.filter(({ rows }) => rows[0]?.id !== pasted.rows[0]?.id));
  }

  #read(): PastedRows[] {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? '[]') as PastedRows[];
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  /** Changes what the browser has by this page's part of it: another window may keep rows of its own there. */
  #keep(change: (kept: PastedRows[]) => PastedRows[]): void {
    try {
      const waiting = change(this.#read());
      if (waiting.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(waiting));
    } catch {
      // A browser that keeps nothing: the page itself still holds the rows.
    }
  }
}
