#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foreignLicences, knownVulnerabilities, withoutReason } from './lib/dependency-audit.mjs';
import { ROOT } from './lib/root.mjs';
import { fail, words } from './lib/words.mjs';

/**
 * Part of `npm run check`: licences of all packages, a reason for each of ours, and known vulnerabilities of those that the product runs with. A registry that
 * cannot be asked fails nothing (people build without a network too), but it is said.
 */
const foreign = foreignLicences(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
if (foreign.length > 0)
  fail(`Giấy phép không dùng được: ${foreign.join(', ')}`, `Licences that may not be used: ${foreign.join(', ')}`);

const unexplained = withoutReason(
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
  readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8'),
);
if (unexplained.length > 0)
  fail(
    `docs/dependencies.md không khớp với package.json: ${unexplained.join(', ')}`,
    `docs/dependencies.md and package.json differ in: ${unexplained.join(', ')}`,
  );

const vulnerable = knownVulnerabilities(askRegistry());
if (vulnerable === null) {
  process.stdout.write(
    words(
      'CHƯA KIỂM TRA lỗ hổng đã biết: kho gói không trả lời "npm audit".\n',
      'NOT CHECKED for known vulnerabilities: the registry does not answer "npm audit".\n',
    ),
  );
} else if (vulnerable.length > 0) {
  fail(`Gói có lỗ hổng đã biết: ${vulnerable.join(', ')}`, `Known vulnerabilities: ${vulnerable.join(', ')}`);
}

/** `npm audit` ends with 1 both when it found something and when it could not ask; its JSON tells which. */
function askRegistry() {
  const windows = process.platform === 'win32';
  try {
    const options = {
      cwd: ROOT,
      encoding: 'utf8',
      shell: windows,
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    return execFileSync(windows ? 'npm.cmd' : 'npm', ['audit', '--omit=dev', '--json'], options);
  } catch (error) {
    return String(error.stdout ?? '');
  }
}
