import { once } from 'node:events';
import type { Socket } from 'node:net';
import type pg from 'pg';

/**
 * COPY over a connection, in the text format of PostgreSQL, one line per row. The client library leaves the messages of COPY to
 * whoever submits the query; this is all that is needed of them.
 */
interface Connection {
  query(text: string): void;
  stream: Socket;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** Rows gathered into one piece, bytes. */
const PIECE = 1 << 18;
/** Waiting pieces at which the server is told to pause. */
const MOST_WAITING = 8;

/** Runs `COPY … TO STDOUT` and gives the lines in pieces, as fast as they are taken. */
export async function* copyOut(client: pg.Client, text: string): AsyncGenerator<Buffer> {
  const query = new OutQuery(text);
  client.query(query as unknown as pg.Submittable);
  try {
    while (true) {
      const piece = await query.next();
      if (piece === null) return;
      yield piece;
    }
  } finally {
    query.resume();
  }
}

/** Runs `COPY … FROM STDIN` with these pieces. @returns how many rows the server took */
export async function copyIn(
  client: pg.Client,
  text: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  const query = new InQuery(text);
  client.query(query as unknown as pg.Submittable);
  const connection = await query.ready;
  try {
    for await (const piece of pieces) {
      if (query.failed) break;
      connection.sendCopyFromChunk(piece);
      if (connection.stream.writableNeedDrain) await Promise.race([once(connection.stream, 'drain'), query.settled]);
    }
    if (!query.failed) connection.endCopyFrom();
  } catch (error) {
    if (!query.failed) connection.sendCopyFail('stopped');
    await query.done.catch(() => undefined);
    throw error;
  }
  return query.done;
}

/** What the client library calls on any query, and COPY does not need. */
abstract class CopyQuery {
  readonly text: string;
  // The library wraps this one when a query may time out.
  callback: (() => void) | null = null;

  constructor(text: string) {
    this.text = text;
  }

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}

class OutQuery extends CopyQuery {
  #stream: Socket | null = null;
  #gathered: Buffer[] = [];
  #length = 0;
  readonly #waiting: Buffer[] = [];
  #ended = false;
  #error: Error | null = null;
  #wake: () => void = () => undefined;

  override submit(connection: Connection): void {
    this.#stream = connection.stream;
    super.submit(connection);
  }

  handleCopyData(message: { chunk: Buffer }): void {
    // The parser uses its buffer again.
    this.#gathered.push(Buffer.from(message.chunk));
    this.#length += message.chunk.length;
    if (this.#length >= PIECE) this.#flush();
  }

  handleCommandComplete(): void {
    this.#flush();
  }

  handleError(error: Error): void {
    this.#error = error;
    this.#ended = true;
    this.#wake();
  }

  handleReadyForQuery(): void {
    this.#ended = true;
    this.#wake();
  }

  /** The next piece; null at the end. */
  async next(): Promise<Buffer | null> {
    while (this.#waiting.length === 0 && !this.#ended) {
      this.resume();
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.#error) throw this.#error;
    return this.#waiting.shift() ?? null;
  }

  resume(): void {
    this.#stream?.resume();
  }

  #flush(): void {
    if (this.#length === 0) return;
    this.#waiting.push(Buffer.concat(this.#gathered, this.#length));
    [this.#gathered, this.#length] = [[], 0];
    if (this.#waiting.length >= MOST_WAITING) this.#stream?.pause();
    this.#wake();
  }
}

class InQuery extends CopyQuery {
  readonly ready: Promise<Connection>;
  readonly done: Promise<number>;
  /** As `done`, without its error. */
  readonly settled: Promise<unknown>;
  failed = false;
  #rows = 0;
  #begin!: (connection: Connection) => void;
  #refuse!: (error: Error) => void;
  #finish!: (rows: number) => void;
  #fail!: (error: Error) => void;

  constructor(text: string) {
    super(text);
    this.ready = new Promise((resolve, reject) => ([this.#begin, this.#refuse] = [resolve, reject]));
    this.done = new Promise((resolve, reject) => ([this.#finish, this.#fail] = [resolve, reject]));
    this.settled = this.done.catch(() => undefined);
    this.ready.catch(() => undefined);
  }

  handleCopyInResponse(connection: Connection): void {
    this.#begin(connection);
  }

  /** "COPY 12" */
  handleCommandComplete(message: { text: string }): void {
    this.#rows = Number(message.text.split(' ')[1] ?? 0);
  }

  handleError(error: Error): void {
    this.failed = true;
    this.#refuse(error);
    this.#fail(error);
  }

  handleReadyForQuery(): void {
    this.#finish(this.#rows);
  }
}
