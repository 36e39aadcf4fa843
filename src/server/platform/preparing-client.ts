import type { Writable } from 'node:stream';
import pg from 'pg';

/** Statements that one connection keeps prepared; a query builder makes few texts, lists of ids aside. */
const MOST_PREPARED = 200;

/**
 * Prepares a statement with parameters at its first use, so that the server parses and plans it once per connection. What is
 * asked in one moment travels in one packet.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();
  #gathering = false;

  // `query` has many overloads; the query builder calls it with a text and a list of values.
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const call = super.query.bind(this) as unknown as (...args: unknown[]) => never;
    const hasParameters = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    this.#gather();
    const name = hasParameters ? this.#nameOf(text) : undefined;
    return name === undefined ? call(...args) : call({ name, text, values }, ...rest);
  }

  /** Holds back what is written until everything that is ready to run has run. */
  #gather(): void {
    if (this.#gathering) return;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    this.#gathering = true;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_PREPARED) return known;
    const name = `s${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
