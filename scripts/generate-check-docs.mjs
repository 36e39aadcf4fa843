#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { checksPage } from '../src/core/plan/checks/checks-page.ts';

/** Writes docs/checks.md from the rules. */
writeFileSync(new URL('../docs/checks.md', import.meta.url), checksPage());
