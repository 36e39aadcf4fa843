import { loadConfig } from '#server/platform/config.ts';
import { serve } from '#server/web/serve.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';

/** `caitien serve [--port N] [--host H]`: serves the built pages until it is told to stop. */
export async function serveCommand(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  const config = { ...loadConfig(), ...settings(args, io) };
  const running = await serve({ ...config, origin: originOf(config) });
  printLines(io, [
    say(
      io,
      `Cải Tiến đang chạy: http://localhost:${running.port}`,
      `Cải Tiến is running: http://localhost:${running.port}`,
    ),
  ]);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await running.stop();
  return 0;
}

function settings(args: string[], io: CliIo): { port?: number; host?: string } {
  const found: { port?: number; host?: string } = {};
  for (let index = 0; index < args.length; index += 2) {
    const [option, value] = [args[index], args[index + 1]];
    if (option === '--port' && value !== undefined && /^\d{1,5}$/.test(value) && Number(value) <= 65_535) {
      found.port = Number(value);
    } else if (option === '--host' && value) found.host = value;
    else throw new CliProblem(usage(io), 2);
  }
  return found;
}

/** An address that was not set on purpose follows the port that was. */
function originOf(config: { origin: string; port: number }): string {
  return config.origin.startsWith('http://localhost:') ? `http://localhost:${config.port}` : config.origin;
}

function usage(io: CliIo): string {
  return say(
    io,
    'Cách dùng: caitien serve [--port 3000] [--host 0.0.0.0]\n  Chạy trang web đã dựng. Lần đầu hãy dùng: npm start',
    'Usage: caitien serve [--port 3000] [--host 0.0.0.0]\n  Serves the built pages. The first time use: npm start',
  );
}
