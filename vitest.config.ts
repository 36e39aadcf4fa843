import { defineConfig } from 'vitest/config';

/**
 * Two sizes by name: `x.test.ts` is pure and fast; `x.db.test.ts` runs against a real PostgreSQL, one server per run and a
 * fresh copy of the migrated database per test file. The third size,
 * `x.e2e.ts`, drives the built product in Chromium; `npm test` builds it and finds the browser first.
 */
export default defineConfig({
  test: {
    // All processors: vitest leaves one free, which halves the pace where there are two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.e2e.ts'],
          // Each file starts a product, a database server and a browser of its own, which wait for each other most of the time.
          maxWorkers: 2,
          testTimeout: 120_000,
          // A page answers at once, but on a computer with other work not always within the second that is usual.
          expect: { poll: { timeout: 5_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
