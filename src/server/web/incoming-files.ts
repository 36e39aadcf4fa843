import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { AppError } from '#core/kernel/app-error.ts';
import { incomingBody } from './incoming-body.ts';

/** What may stand beside the files of a form. */
const LIMITS = { fields: 20, fieldSize: 10_000, headerSize: 16 * 1024, headerPairs: 100 };

export interface IncomingFile {
  name: string;
  /** To be read once, now or never. */
  bytes: AsyncIterable<Uint8Array>;
}

/**
 * Gives the files of a form to `take`, one after the other as they flow in, without holding any of them in memory. What `take` leaves
 * unread flows by. Inputs that were left empty are no files. Nothing is under way any more when it returns or throws.
 * @returns how many files there were
 * @throws what `take` throws; AppError `request.invalid` for a body that is no form, `upload.too-many-files` after `most` have been
 *   taken, `upload.cut-off`, which the files see too
 */
export async function eachIncomingFile(
  request: Request,
  most: number,
  take: (file: IncomingFile) => Promise<void>,
): Promise<number> {
  const form = openForm(request, most);
  const taken: { stream: Readable; done: Promise<void> }[] = [];
  let tooMany = false;
  form.on('filesLimit', () => (tooMany = true));
  form.on('file', (_field, stream, name) => {
    // A form that ends in the middle of a file says so here too; without a listener that would end the process.
    stream.on('error', () => undefined);
    if (!name) return void stream.resume();
    const done = take({ name, bytes: flowing(stream) }).finally(() => stream.resume());
    done.catch(() => undefined);
    taken.push({ stream, done });
  });
  const flown = pipeline(Readable.from(incomingBody(request)), form).catch((error: unknown) => {
    for (const { stream } of taken) stream.destroy(error as Error);
    throw error instanceof AppError ? error : invalidForm(error);
  });
  const [whole] = await Promise.allSettled([flown]);
  const files = await Promise.allSettled(taken.map(({ done }) => done));
  const failed = [whole, ...files].find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  if (tooMany) throw new AppError('upload.too-many-files', { most });
  return taken.length;
}

function openForm(request: Request, most: number): BusboyInstance {
  try {
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return new Busboy({ headers, limits: { ...LIMITS, files: most } });
  } catch (error) {
    throw invalidForm(error);
  }
}

/** Who stops reading early leaves the stream as it is. */
async function* flowing(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('upload.cut-off', {}, { cause: error });
  }
}

function invalidForm(cause: unknown): AppError {
  return new AppError('request.invalid', { problem: 'form' }, { cause });
}
