/** Licences whose packages may be part of an Apache-2.0 product; those under MPL-2.0 and OFL-1.1 are used as they are. */
const ALLOWED = new Set(
  'MIT MIT-0 Apache-2.0 BSD-2-Clause BSD-3-Clause ISC 0BSD BlueOak-1.0.0 CC0-1.0 OFL-1.1 MPL-2.0'.split(' '),
);

/**
 * Packages that may not be used, as "name (licence)". The packages of other platforms in a lockfile carry no licence: they are other
 * builds of a package that does.
 * @param {{ packages: Record<string, { license?: string, optional?: boolean, devOptional?: boolean }> }} lockfile
 */
export function foreignLicences({ packages }) {
  return Object.entries(packages).flatMap(([path, { license, optional, devOptional }]) => {
    if (path === '' || (license === undefined && (optional || devOptional))) return [];
    return isAllowed(license ?? '') ? [] : [`${path.replace(/^.*node_modules\//, '')} (${license ?? '?'})`];
  });
}

/**
 * Direct dependencies that the list of reasons does not name, and lines that no dependency stands behind. A line may speak for a family:
 * `node-*`.
 * @param {Record<string, Record<string, string> | undefined>} manifest package.json
 * @param {string} list docs/dependencies.md
 */
export function withoutReason({ dependencies, devDependencies, optionalDependencies }, list) {
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const lines = [...list.matchAll(/^\| `([^`]+)` \|[^|]+\| *[^|\s]/gm)].map(([, name]) => name);
  const speaksFor = (line, name) => (line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : line === name);
  return [
    ...names.filter((name) => !lines.some((line) => speaksFor(line, name))),
    ...lines.filter((line) => !names.some((name) => speaksFor(line, name))),
  ];
}

/** SPDX: of "A OR B" one is enough, of "A AND B" both have to be allowed. */
function isAllowed(expression) {
  const choices = expression.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((licence) => ALLOWED.has(licence)));
}

/**
 * What the JSON of `npm audit` says: the packages with a known vulnerability that is high or critical, or null when the registry did
 * not answer the question.
 * @param {string} json
 * @returns {string[] | null}
 */
export function knownVulnerabilities(json) {
  const { vulnerabilities } = parsed(json);
  if (vulnerabilities === undefined) return null;
  return Object.values(vulnerabilities)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity }) => `${name} (${severity})`);
}

function parsed(json) {
  try {
    return JSON.parse(json) ?? {};
  } catch {
    return {};
  }
}
