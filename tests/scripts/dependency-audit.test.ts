import { expect, test } from 'vitest';
// @ts-expect-error The scripts are plain JavaScript: they run before anything is installed.
import { foreignLicences, knownVulnerabilities, withoutReason } from '../../scripts/lib/dependency-audit.mjs';

const lockfile = (packages: Record<string, object>) => ({ packages: { '': { license: 'Apache-2.0' }, ...packages } });

test('a package under a licence that binds the whole product is named', () => {
  const packages = {
    'node_modules/a': { license: 'MIT' },
    'node_modules/b': { license: '(GPL-3.0 OR Apache-2.0)' },
    'node_modules/a/node_modules/@c/d': { license: 'AGPL-3.0-only' },
    'node_modules/e': { license: 'MIT AND GPL-2.0' },
    'node_modules/f': {},
    'node_modules/f-win32-x64': { optional: true },
  };
  expect(foreignLicences(lockfile(packages))).toEqual(['@c/d (AGPL-3.0-only)', 'e (MIT AND GPL-2.0)', 'f (?)']);
});

test('high and critical vulnerabilities are named, lesser ones are not', () => {
  const of = (...severities: string[]) =>
    JSON.stringify({
      auditReportVersion: 2,
      vulnerabilities: Object.fromEntries(severities.map((severity, at) => [`p${at}`, { name: `p${at}`, severity }])),
    });
  expect(knownVulnerabilities(of('low', 'high', 'moderate', 'critical'))).toEqual(['p1 (high)', 'p3 (critical)']);
  expect(knownVulnerabilities(of())).toEqual([]);
});

test('a registry that does not answer is no clean answer', () => {
  for (const said of ['', 'ECONNREFUSED', '{"message":"405 Method Not Allowed","statusCode":405}', 'null'])
    expect(knownVulnerabilities(said)).toBeNull();
});

test('a package without a reason is named, and a reason without a package', () => {
  const list = '| `a` | MIT | reads |\n| `b` | MIT | |\n| `node-*` | MIT | runs |\n| `gone` | MIT | was here |\n';
  const manifest = {
    dependencies: { a: '1', b: '1' },
    optionalDependencies: { 'node-x': '1' },
    devDependencies: { c: '1' },
  };
  expect(withoutReason(manifest, list)).toEqual(['b', 'c', 'gone']);
});
