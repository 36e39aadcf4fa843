import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '#core/kernel/app-error.ts';
import { type Config, loadConfig, prepareWebEnvironment } from '#server/platform/config.ts';
import { endEventStreams } from './event-stream.ts';
import { openServices } from './services.ts';

export interface RunningWeb {
  /** Where it really listens: port 0 asks the system for a free one. */
  port: number;
  /** Answers what is under way, then closes the database too. */
  stop(): Promise<void>;
}

/** Milliseconds for a request to arrive whole: 200 MB on the slow network of a school. */
const WHOLE_REQUEST = 60 * 60_000;
/** Milliseconds after which a connection on which nothing moves is closed; the longest answer (a PDF) takes less. */
const SILENCE = 5 * 60_000;

/**
 * Serves the built pages.
 * @throws AppError `web.port-taken`, `web.port-refused`, and what opening the database throws
 */
export async function serve(config: Config = loadConfig()): Promise<RunningWeb> {
  const services = await openServices(config);
  const { handler } = await loadHandler();
  const server = createServer({ requestTimeout: WHOLE_REQUEST }, (request, response) => {
    // Pages get it again with the other headers; files of the build are served before any hook of ours.
    response.setHeader('x-content-type-options', 'nosniff');
    handler(request, response);
  });
  server.setTimeout(SILENCE);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port: config.port, host: config.host }, resolve);
    });
  } catch (error) {
    await services.close();
    throw portFailure(error, config.port);
  }
  const { port } = server.address() as AddressInfo;
  services.log.info('web.listening', { port });
  return {
    port,
    async stop() {
      endEventStreams();
      server.closeIdleConnections();
      const closed = new Promise((resolve) => server.close(resolve));
      setTimeout(() => server.closeAllConnections(), 5_000).unref();
      await closed;
      await services.close();
    },
  };
}

async function loadHandler(): Promise<{ handler: RequestListener }> {
  // The adapter takes its limit from here only, when it is loaded.
  prepareWebEnvironment();
  const built = new URL('../../../build/handler.js', import.meta.url);
  return (await import(built.href)) as { handler: RequestListener };
}

function portFailure(error: unknown, port: number): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'EADDRINUSE') return new AppError('web.port-taken', { port }, { cause: error });
  if (code === 'EACCES') return new AppError('web.port-refused', { port }, { cause: error });
  return error;
}
