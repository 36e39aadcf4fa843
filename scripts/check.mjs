#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './lib/node24.mjs';
import { ROOT } from './lib/root.mjs';
import { run } from './lib/run.mjs';

/** `npm run check`: types, lint, format, architecture, dependencies. Runs them all and fails when one does. */
await bootstrap(import.meta.url);
const program = (path, ...args) => [join(ROOT, 'node_modules', path), ...args];
const typescript = (config) => program('typescript/bin/tsc', '-p', config);
const web = existsSync(join(ROOT, 'src/routes')) && existsSync(join(ROOT, 'tsconfig.web.json'));

const checks = [
  ['types: core', typescript('src/core/tsconfig.json')],
  ['types: server, command line, tests', typescript('tsconfig.node.json')],
  ...(web
    ? [
        ['web: sync', program('@sveltejs/kit/svelte-kit.js', 'sync')],
        ['types: web', program('svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.web.json')],
      ]
    : []),
  ['lint', program('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
  ['format', program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['architecture', program('vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/architecture.test.ts')],
  ['dependencies', [join(ROOT, 'scripts/audit-dependencies.mjs')]],
];

const failed = [];
for (const [name, args] of checks) {
  process.stdout.write(`\n— ${name}\n`);
  if ((await run(process.execPath, args)) !== 0) failed.push(name);
}
process.stdout.write(failed.length === 0 ? '\nEverything is in order.\n' : `\nNot in order: ${failed.join('; ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
