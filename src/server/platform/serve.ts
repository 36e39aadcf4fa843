import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AppError } from '#core/kernel/app-error.ts';
import { type Config, loadConfig, prepareWebEnvironment } from './config.ts';
import { closeServer, listen } from './listen.ts';
import { createLog } from './log.ts';
import { openDatabase } from './open-database.ts';
import { reportStartFailure } from './report-start-failure.ts';

const HANDLER = new URL('../../../build/handler.js', import.meta.url);

/**
 * Starts the product: database, migrations, then the built web, and prints the address. Ends cleanly on SIGTERM and SIGINT:
 * running requests end, the database stops. A second signal ends at once; committed rows are safe then too.
 */
export async function serve(config: Config): Promise<void> {
  if (!existsSync(fileURLToPath(HANDLER))) throw new AppError('web.not-built');
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, log);
  const server = createServer();
  // Only after the port is known to be free is the web loaded; requests that come in between wait for it.
  let handler: RequestListener | null = null;
  const loading = (async () => {
    prepareWebEnvironment();
    handler = ((await import(HANDLER.href)) as { handler: RequestListener }).handler;
  })();
  loading.catch(() => undefined);
  server.on('request', (request, response) => {
    request.headers['x-caitien-protocol'] = new URL(config.origin).protocol.slice(0, -1);
    if (handler) handler(request, response);
    else void loading.then(() => handler?.(request, response));
  });
  const stop = async (): Promise<void> => {
    await closeServer(server);
    await database.close();
  };
  try {
    const port = await listen(server, config.host, config.port);
    await loading;
    stopOnSignal(stop);
    announce(config, port);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(130);
      asked = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function announce(config: Config, port: number): void {
  const open = config.host === '0.0.0.0' || config.host === '::';
  const addresses = open
    ? Object.values(networkInterfaces())
        .flatMap((list) => list ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
    : [];
  const lines = [`Cải Tiến: http://${open ? 'localhost' : config.host}:${port}`];
  for (const { address } of addresses) lines.push(`          http://${address}:${port}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

if (import.meta.main) {
  try {
    await serve(loadConfig());
  } catch (error) {
    reportStartFailure(error);
    process.exit(1);
  }
}
