import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { fail } from './words.mjs';

const NEEDED = 24;

/**
 * Makes sure that the packages are installed and that the calling script runs under Node 24, which is one of them: under an
 * older Node the script is started again with it, and this call does not return.
 */
export async function bootstrap(scriptUrl) {
  await ensureInstalled();
  if (major(process.version) >= NEEDED) {
    // Hundreds of modules are read at each start: kept compiled, they take half the time. Where it cannot be written it does without.
    module.enableCompileCache?.(join(ROOT, 'node_modules/.cache/caitien'));
    return;
  }
  // Where it was started stays where it is: files on the command line are named from there.
  const code = await run(findNode(), [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { cwd: process.cwd() });
  process.exit(code < 0 ? 1 : code);
}

function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const node = join(ROOT, 'node_modules', `node-${platform}-${process.arch}`, file);
  const works =
    existsSync(node) && major(String(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout)) >= NEEDED;
  if (!works) {
    fail(
      `Cần Node.js ${NEEDED}. Bản kèm theo không chạy được trên máy này (${process.platform}-${process.arch}); hãy cài từ https://nodejs.org`,
      `Node.js ${NEEDED} is needed. The included one does not run here (${process.platform}-${process.arch}); install it from https://nodejs.org`,
    );
  }
  return node;
}

function major(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}
