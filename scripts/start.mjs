#!/usr/bin/env node
import { networkInterfaces } from 'node:os';
import { ensureBuilt } from './lib/build.mjs';
import { bootstrap } from './lib/node24.mjs';

/** `npm start`: installs, builds when stale, starts the database, migrates, serves; ends cleanly on Ctrl-C and SIGTERM. */
await bootstrap(import.meta.url);
await ensureBuilt();
const { reportStartFailure } = await import('../src/server/platform/report-start-failure.ts');

let web = null;
let ending = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);

try {
  const { loadConfig } = await import('../src/server/platform/config.ts');
  const { serve } = await import('../src/server/web/serve.ts');
  const config = loadConfig();
  web = await serve(config);
  if (ending) await stop();
  announce(config.host, web.port);
} catch (error) {
  reportStartFailure(error);
  process.exit(1);
}

/** A second signal does not wait; what was saved is safe then too. */
function end() {
  if (ending) process.exit(130);
  ending = true;
  if (web !== null) void stop();
}

async function stop() {
  await web.stop();
  process.exit(0);
}

function announce(host, port) {
  const open = host === '0.0.0.0' || host === '::';
  const addresses = open ? outside() : [];
  const lines = [open ? 'localhost' : host, ...addresses].map((name) => `  http://${name}:${port}`);
  process.stdout.write(`Cải Tiến\n${lines.join('\n')}\n`);
}

/** Where other computers of the school find this one. */
function outside() {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
}
