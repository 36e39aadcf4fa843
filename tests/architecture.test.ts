import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The house rules of ARCHITECTURE.md that a compiler does not hold. */
const ROOT = join(import.meta.dirname, '..');

/** A module may know those before it. `documents` may know all; `platform` and `web` are not modules but floor and door. */
const MODULES = [
  'kernel',
  'identity',
  'organisations',
  'audit',
  'standards',
  'evidence',
  'assessment',
  'plan',
  'execution',
  'monitoring',
  'reporting',
  'publishing',
  'oversight',
];
/** Types of blocks and places, which a plan row keeps as its provenance. */
const DOCUMENT_TYPES = ['src/core/documents/block.ts', 'src/core/documents/reading.ts'];
/** Floor of every module, and where they are put together. */
const FLOOR = ['platform'];
/** A change and its audit entry commit together, in modules before `audit` too, so writing an entry is floor. */
const FLOOR_FILES = [
  'src/server/audit/record-audit.ts',
  'src/server/audit/audit-entry.ts',
  'src/server/audit/seal-audit.ts',
];
const DOOR = ['web'];
/** May know all modules, the second also the first; no module knows them. */
const READS_ALL = ['documents', 'backup'];

/** Which top folders of `src` a top folder may import. */
const ARROWS: Record<string, string[]> = {
  core: ['core'],
  server: ['server', 'core'],
  lib: ['lib', 'core'],
  islands: ['islands', 'lib', 'core'],
  routes: ['routes', 'islands', 'lib', 'server', 'core'],
  hooks: ['lib', 'server', 'core'],
  cli: ['cli', 'server', 'core', 'lib'],
  worker: ['worker', 'server', 'core'],
};

const LONGEST = 300;
/** Longer than 300 lines, each with its reason. */
const LONG_FILES: Record<string, string> = {};

interface SourceFile {
  path: string;
  text: string;
  imports: { target: string; typeOnly: boolean }[];
}

const files = list('src').map(read);
const product = files.filter(({ path }) => !/\.(test|bench)\.ts$/.test(path));

function list(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|js|svelte)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

/** Static and dynamic imports and re-exports, as paths from the root where they lead into the project. */
function importsOf(path: string, text: string): SourceFile['imports'] {
  const statics = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm);
  const dynamics = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statics].map((match) => ({ target: resolve(path, match[2] ?? ''), typeOnly: match[1] !== undefined })),
    ...[...dynamics].map((match) => ({ target: resolve(path, match[1] ?? ''), typeOnly: false })),
  ];
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.replace(/^#(core|server|lib)\//, 'src/$1/');
  if (specifier.startsWith('.')) return join(dirname(from), specifier).replaceAll('\\', '/');
  return specifier;
}

/** "server" of "src/server/plan/x.ts"; "hooks" for the hooks files, null outside `src`. */
function topOf(path: string): string | null {
  if (/^src\/hooks/.test(path)) return 'hooks';
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** "plan" of "src/server/plan/x.ts". */
function moduleOf(path: string): string | null {
  return /^src\/(?:core|server)\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function offences(judge: (file: SourceFile, target: string, typeOnly: boolean) => boolean, among = product): string[] {
  return among.flatMap((file) =>
    file.imports
      .filter(({ target, typeOnly }) => judge(file, target, typeOnly))
      .map(({ target }) => `${file.path} -> ${target}`),
  );
}

test('there is something to look at', () => {
  expect(product.length).toBeGreaterThan(20);
  expect(product.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
});

test('core <- server <- routes, cli, worker; core <- lib <- routes', () => {
  const wrong = offences(({ path }, target) => {
    const [from, to] = [topOf(path), topOf(target)];
    // The door shapes answers, in the words and settings of the interface.
    if (DOOR.includes(moduleOf(path) ?? '') && to === 'lib') return false;
    return from !== null && to !== null && from in ARROWS && !ARROWS[from]?.includes(to);
  });
  expect(wrong).toEqual([]);
});

test('modules know only those before them, and none knows documents or backup', () => {
  const wrong = offences(({ path }, target) => {
    const [from, to] = [moduleOf(path), moduleOf(target)];
    if (from === null || to === null || from === to || FLOOR.includes(to) || DOOR.includes(from)) return false;
    if (DOCUMENT_TYPES.includes(target) || FLOOR_FILES.includes(target)) return false;
    if (FLOOR.includes(from)) return topOf(target) === 'server';
    if (READS_ALL.includes(from)) return DOOR.includes(to) || READS_ALL.indexOf(to) > READS_ALL.indexOf(from);
    return !MODULES.includes(from) || !MODULES.includes(to) || MODULES.indexOf(to) > MODULES.indexOf(from);
  });
  expect(wrong).toEqual([]);
});

test('types of documents are known as types only', () => {
  const wrong = offences(
    ({ path }, target, typeOnly) =>
      DOCUMENT_TYPES.includes(target) && MODULES.includes(moduleOf(path) ?? '') && !typeOnly,
  );
  expect(wrong).toEqual([]);
});

test('every folder of core and server is a module, the floor or the door', () => {
  const folders = new Set(product.map(({ path }) => moduleOf(path)).filter((name) => name !== null));
  const known = [...MODULES, ...FLOOR, ...DOOR, ...READS_ALL];
  expect([...folders].filter((name) => !known.includes(name))).toEqual([]);
});

test("a store is its module's own", () => {
  const wrong = offences(
    ({ path }, target) =>
      target.endsWith('-store.ts') && dirname(target) !== dirname(path) && moduleOf(target) !== moduleOf(path),
  );
  expect(wrong).toEqual([]);
});

test('core is pure: nothing of Node, no package that does things, no clock, no chance', () => {
  const core = product.filter(({ path }) => path.startsWith('src/core/'));
  const pure = ['zod', 'diff'];
  expect(offences((_file, target) => !target.startsWith('src/core/') && !pure.includes(target), core)).toEqual([]);
  const impure =
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\.|\bcrypto\.|\bsetTimeout\(|\bconsole\./;
  expect(core.filter(({ text }) => impure.test(code(text))).map(({ path }) => path)).toEqual([]);
});

test('no date is read in the time zone of the machine: a server stands anywhere, its schools in Viet Nam', () => {
  const local =
    /\.get(?:FullYear|Month|Date|Day|Hours|Minutes)\(\)|\bgetTimezoneOffset\b|\.toLocale(?:Date|Time)String\(/;
  expect(product.filter(({ text }) => local.test(code(text))).map(({ path }) => path)).toEqual([]);
});

test('only config.ts reads the environment', () => {
  const readers = product.filter(({ text }) => /process\.env|\$env\/|import\.meta\.env/.test(code(text)));
  expect(readers.map(({ path }) => path)).toEqual(['src/server/platform/config.ts']);
});

test('nothing of the server goes into the browser', () => {
  const browser = product.filter(
    ({ path }) => /^src\/(?:lib|islands)\//.test(path) || /src\/routes\/.*\.svelte$/.test(path),
  );
  expect(offences((_file, target) => target.startsWith('src/server/') || target.startsWith('node:'), browser)).toEqual(
    [],
  );
});

test('routes hold no SQL', () => {
  const routes = product.filter(({ path }) => path.startsWith('src/routes/'));
  expect(
    offences((_file, target) => ['kysely', 'pg'].includes(target) || target.endsWith('-store.ts'), routes),
  ).toEqual([]);
});

test(`files have at most ${LONGEST} lines`, () => {
  const all = [...files, ...list('tests').map(read), ...list('scripts').map(read)];
  const long = all.filter(({ path, text }) => text.split('\n').length - 1 > LONGEST && !(path in LONG_FILES));
  expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`)).toEqual([]);
});

test('no barrels, no utils', () => {
  const names = files.map(({ path }) => path);
  expect(names.filter((path) => /\/index\.(ts|js)$/.test(path))).toEqual([]);
  expect(names.filter((path) => /\/(utils?|helpers?|misc|common)(\.|\/)/.test(path))).toEqual([]);
  const reexports = product.filter(({ text }) => /^export \* from/m.test(text));
  expect(reexports.map(({ path }) => path)).toEqual([]);
});

/** Without comments, so that a sentence about the clock is no use of it. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
