import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail, words } from './words.mjs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium: CHROMIUM_PATH, a usual place, or Debian's package, installed when that is allowed. */
export function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    fail(
      `CHROMIUM_PATH chỉ tới ${given} nhưng không có tệp đó.`,
      `CHROMIUM_PATH names ${given}, which does not exist.`,
    );
  }
  return find() ?? install();
}

function find() {
  return USUAL_PLACES.find((path) => existsSync(path)) ?? null;
}

function install() {
  const apt = privilegedApt();
  if (apt !== null) {
    process.stderr.write(words('Đang cài Chromium của hệ điều hành…\n', 'Installing the Chromium of the system…\n'));
    const [command, ...prefix] = apt;
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ]) {
      spawnSync(command, [...prefix, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
    const found = find();
    if (found) return found;
  }
  fail(
    'Không tìm thấy Chromium để chạy kiểm thử trên trình duyệt. Hãy cài (Debian: sudo apt-get install chromium) hoặc đặt CHROMIUM_PATH.',
    'No Chromium was found for the browser tests. Install one (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.',
  );
}

/** As root, or through a sudo that asks for no password; null when neither is there. */
function privilegedApt() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['/usr/bin/apt-get'];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n', '/usr/bin/apt-get'] : null;
}
