import { open } from 'node:fs/promises';

const BLOCK = 1 << 20;
/** One is written, one is looked at, one is read, one to spare. */
const BUFFERS = 4;

/**
 * Reads files in blocks of 1 MB from few buffers that are used again, since making a new one for each costs more than the reading. A
 * block holds good until the third one after it is asked for.
 */
export class FileBlocks {
  readonly #buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(BLOCK));
  #turn = 0;

  /** The bytes of a file; the next block is fetched while one is looked at. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const file = await open(path, 'r');
    const fetch = async (): Promise<Buffer> => {
      const buffer = this.#buffers[(this.#turn = (this.#turn + 1) % BUFFERS)]!;
      const { bytesRead } = await file.read(buffer, 0, BLOCK, null);
      return buffer.subarray(0, bytesRead);
    };
    try {
      for (let next = await fetch(); next.length > 0;) {
        const following = fetch();
        following.catch(() => undefined);
        yield next;
        next = await following;
      }
    } finally {
      await file.close();
    }
  }
}
