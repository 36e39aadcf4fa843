#!/usr/bin/env node
import { bootstrap } from './lib/node24.mjs';

/** `npm run dev`: the web with changes shown at once. */
await bootstrap(import.meta.url);
await import('../src/server/platform/dev.ts');
