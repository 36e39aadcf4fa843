import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '#core/identity/role.ts';
import { PASSWORD, type Seed, seedOf, usernameOf } from '../security/seed.ts';
import { newPage, type RunningApp, signedInPage, startApp, startBrowser } from './browser.ts';

/** The browser and the product that the journeys of one file share, with the two schools of `serve-two-schools.ts`. */
export interface TwoSchools {
  readonly browser: Browser;
  readonly app: RunningApp;
  readonly seed: Seed;
  /** A window of somebody of the first school, signed in. */
  as(role: Role): Promise<Page>;
  /** A window of somebody whom the product does not know. */
  stranger(): Promise<Page>;
}

/** Starts both before the tests of a file and stops them after. To be called once, outside of every test. */
export function useTwoSchools(): TwoSchools {
  let browser: Browser;
  let app: RunningApp;
  let seed: Seed;
  beforeAll(async () => {
    [browser, app] = await Promise.all([startBrowser(), startApp({ program: 'tests/security/serve-two-schools.ts' })]);
    seed = seedOf(app.output());
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get app() {
      return app;
    },
    get seed() {
      return seed;
    },
    as: (role) => signedInPage(browser, app, { username: usernameOf('first', role), password: PASSWORD }),
    stranger: () => newPage(browser, app),
  };
}
