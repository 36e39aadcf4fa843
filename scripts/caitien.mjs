#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { bootstrap } from './lib/node24.mjs';

/** `npx caitien …`: the command line. */
await bootstrap(import.meta.url);
const entry = new URL('../src/cli/caitien.ts', import.meta.url);
process.argv[1] = fileURLToPath(entry);
await import(entry.href);
