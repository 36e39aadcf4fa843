export interface EventStream {
  response: Response;
  send(bytes: Uint8Array): void;
  end(): void;
  /** Called once, when the page went away or the stream was ended. */
  onClose(work: () => void): void;
}

/** Milliseconds between signs of life, which keep proxies and our own server from taking silence for the end. */
const SIGN_OF_LIFE = 20_000;
/** Bytes that may wait for a browser that does not take them; then it has to ask again. */
const MOST_WAITING = 1 << 20;
/** Milliseconds after which a browser asks again by itself. */
const ASK_AGAIN = 2_000;

/** Streams of this process that are open: they would hold up its end. */
const open = new Set<EventStream>();

/** Ends every stream; browsers ask again by themselves, and find whoever serves then. */
export function endEventStreams(): void {
  for (const stream of [...open]) stream.end();
}

/** An answer of server-sent events that goes on until somebody ends it. */
export function eventStream(): EventStream {
  const encoder = new TextEncoder();
  const whenClosed: (() => void)[] = [];
  let closed = false;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const close = (): void => {
    if (closed) return;
    closed = true;
    clearInterval(alive);
    open.delete(stream);
    for (const work of whenClosed) work();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => void (controller = given),
      cancel: close,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  const stream: EventStream = {
    response: new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'private, no-store',
        // A proxy in front must not gather events.
        'x-accel-buffering': 'no',
      },
    }),
    send(bytes) {
      if (closed) return;
      controller.enqueue(bytes);
      if ((controller.desiredSize ?? 0) <= 0) stream.end();
    },
    end() {
      if (closed) return;
      controller.close();
      close();
    },
    onClose(work) {
      if (closed) work();
      else whenClosed.push(work);
    },
  };
  const alive = setInterval(() => stream.send(encoder.encode(':\n\n')), SIGN_OF_LIFE);
  alive.unref();
  open.add(stream);
  stream.send(encoder.encode(`retry: ${ASK_AGAIN}\n\n`));
  return stream;
}
