import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '#core/identity/role.ts';
import { PASSWORD, type Seed, seedOf, usernameOf } from '../security/seed.ts';
import { newPage, type RunningApp, signedInPage, startApp, startBrowser } from './browser.ts';

/** The browser and the product that the journeys of one file share, with the two schools of `serve-two-schools.ts`. */
export interface TwoSchools {
  readonly browser: Browser;
  readonly app: RunningApp;
  readonly seed: Seed;
  /** A window of somebody of the first school, signed in, at the first page. Windows of one person share a session as long as it lasts. */
  as(role: Role): Promise<Page>;
  /** A window of somebody whom the product does not know. */
  stranger(): Promise<Page>;
}

/** Starts both before the tests of a file and stops them after. To be called once, outside of every test. */
export function useTwoSchools(): TwoSchools {
  let browser: Browser;
  let app: RunningApp;
  let seed: Seed;
  const sessions = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>();
  const as = async (role: Role): Promise<Page> => {
    const cookies = sessions.get(role);
    if (cookies) {
      const page = await newPage(browser, app, { cookies });
      await page.goto('/');
      if (page.url() === `${app.url}/`) return page;
    }
    const page = await signedInPage(browser, app, { username: usernameOf('first', role), password: PASSWORD });
    sessions.set(role, { ...(await page.context().storageState()), origins: [] });
    return page;
  };
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
    as,
    stranger: () => newPage(browser, app),
  };
}
