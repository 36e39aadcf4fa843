import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { fail, words } from './words.mjs';

/** Installs exactly what the lockfile says when that is not there yet: on a fresh clone, and after an update. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  process.stderr.write(words('Đang cài các gói cần thiết…\n', 'Installing packages…\n'));
  const windows = process.platform === 'win32';
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
  if (code !== 0) {
    fail(
      'Không cài được các gói. Hãy xem lỗi ở trên: kết nối mạng, dung lượng đĩa và quyền ghi vào thư mục này.',
      'The packages could not be installed. See above: network, free disk space, and permission to write here.',
    );
  }
}

/** npm keeps what it installed in a lockfile of its own; optional packages of other platforms are not in it. */
function isInstalled() {
  const hidden = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const present = packagesOf(hidden);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? Boolean(optional || devOptional) : found.version === version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
