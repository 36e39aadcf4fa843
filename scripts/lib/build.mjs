import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { fail, words } from './words.mjs';

/** Everything that the built web depends on. */
const SOURCES = [
  'src',
  'static',
  'standards',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.web.json',
];
const STAMP = join(ROOT, 'build/.sources');

/** Builds the web when its sources changed since the last build, by content. An interrupted build counts as none. */
export async function ensureBuilt() {
  const now = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  process.stderr.write(words('Đang dựng giao diện…\n', 'Building the interface…\n'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  // What it says when all is well, in English and of commands that nobody needs here, is left out.
  const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (code !== 0)
    fail('Không dựng được giao diện. Hãy xem lỗi ở trên.', 'The interface could not be built. See above.');
  writeFileSync(STAMP, now);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) for (const file of filesIn(source)) add(hash, file);
  return hash.digest('hex');
}

function add(hash, file) {
  if (/\.(test|bench)\.ts$/.test(file)) return;
  hash.update(`${file}\0`);
  hash.update(readFileSync(join(ROOT, file)));
}

function filesIn(path) {
  if (!existsSync(join(ROOT, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
