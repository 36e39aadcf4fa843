#!/usr/bin/env node
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { bootstrap } from './lib/node24.mjs';
import { ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/**
 * `npm test`: unit and database tests, then the browser tests on a fresh build. `npm test -- ARGUMENTS` hands them to vitest.
 * The last line counts single tests over all of it.
 */
await bootstrap(import.meta.url);
const given = process.argv.slice(2);
const results = mkdtempSync(join(tmpdir(), 'caitien-results-'));
const total = { passed: 0, failed: 0 };
let code = 0;

if (given.length > 0) {
  await vitest('given', given);
} else {
  const browser = hasBrowserTests();
  // Asked for first: nobody should wait for minutes to be told that it is missing.
  if (browser) process.env.CHROMIUM_PATH = ensureChromium();
  await vitest('small', ['--project', 'unit', '--project', 'database']);
  if (browser) {
    await ensureBuilt();
    process.env.CAITIEN_BUILT = '1';
    await vitest('browser', ['--project', 'browser']);
  }
}
rmSync(results, { recursive: true, force: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(code === 0 && total.failed > 0 ? 1 : code);

async function vitest(name, args) {
  const file = join(results, `${name}.json`);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const ended = await run(process.execPath, [program, 'run', ...report, ...args]);
  if (ended !== 0) code = 1;
  count(file, ended);
}

/** A file that could not even be loaded has no tests to count, yet it failed. */
function count(file, ended) {
  if (!existsSync(file)) {
    total.failed += ended === 0 ? 0 : 1;
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests + unloaded.length;
  if (ended !== 0 && report.numFailedTests + unloaded.length === 0) total.failed += 1;
}

function hasBrowserTests() {
  const folder = join(ROOT, 'tests/e2e');
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.e2e.ts'))
  );
}
