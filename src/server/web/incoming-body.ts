import { AppError } from '#core/kernel/app-error.ts';

/**
 * The body of a request as it flows in; nobody has to hold it as a whole. Who stops reading early can still answer: the connection
 * stays.
 * @throws AppError `upload.cut-off` when the sender goes away
 */
export async function* incomingBody(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return;
  const chunks = request.body.values({ preventCancel: true });
  while (true) {
    const next = await chunks.next().catch((error: unknown) => {
      // The server's own limit is an answer, not an accident.
      if ((error as { status?: unknown }).status === 413) throw error;
      throw new AppError('upload.cut-off', {}, { cause: error });
    });
    if (next.done) return;
    yield next.value;
  }
}
