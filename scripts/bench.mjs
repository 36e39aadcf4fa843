#!/usr/bin/env node
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { bootstrap } from './lib/node24.mjs';
import { ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** `npm run bench [-- NAME…]`: each `bench/*.bench.ts` in a process of its own; they print ratios; `first-paint` opens a browser. */
await bootstrap(import.meta.url);
const names = process.argv.slice(2);
const all = existsSync(join(ROOT, 'bench')) ? readdirSync(join(ROOT, 'bench')).sort() : [];
const chosen = all.filter(
  (file) => file.endsWith('.bench.ts') && (names.length === 0 || names.some((name) => file.includes(name))),
);
if (chosen.includes('first-paint.bench.ts')) process.env.CHROMIUM_PATH = ensureChromium();
await ensureBuilt();
let failed = 0;
for (const file of chosen) {
  const code = await run(process.execPath, ['--expose-gc', join(ROOT, 'bench', file)]);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
