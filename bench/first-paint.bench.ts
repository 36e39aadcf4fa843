import { startBrowser } from '../tests/support/browser.ts';
import { startProduct } from './support/running-product.ts';

/**
 * How long until a person with a weak phone sees the first words of a page, by the browser's own clock: slow 4G (1.6 Mbit/s down,
 * 150 ms away) and a processor four times slower, nothing kept from an earlier visit. The middle of five visits.
 */
const VISITS = 5;
const MOST_MS = 1500;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

const { origin, planId, cookie, stop } = await startProduct();
const browser = await startBrowser();
const pages = ['/', '/uploads', '/plans/new', `/plans/${planId}`, `/plans/${planId}/document`, '/standards'];
await report('/sign-in', '');
for (const path of pages) await report(path, cookie);
await browser.close();
await stop();

async function report(path: string, cookies: string): Promise<void> {
  const times: number[] = [];
  for (let visit = 0; visit < VISITS; visit += 1) times.push(await firstPaint(path, cookies));
  const middle = times.sort((a, b) => a - b)[Math.floor(VISITS / 2)]!;
  const met = middle <= MOST_MS;
  if (!met) process.exitCode = 1;
  const name = path.replace(planId, '…');
  process.stdout.write(
    `${met ? 'ok  ' : 'MISS'} first paint of ${name}: ${middle.toFixed(0)} ms (at most ${MOST_MS} ms)\n`,
  );
}

/** @returns milliseconds from the beginning of the visit to the first words on the screen. */
async function firstPaint(path: string, cookies: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  await context.addCookies(
    cookies
      .split('; ')
      .filter(Boolean)
      .map((each) => ({
        name: each.slice(0, each.indexOf('=')),
        value: each.slice(each.indexOf('=') + 1),
        url: origin,
      })),
  );
  const page = await context.newPage();
  const control = await context.newCDPSession(page);
  await control.send('Network.enable');
  await control.send('Network.emulateNetworkConditions', SLOW_4G);
  await control.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const answer = await page.goto(origin + path, { waitUntil: 'load' });
  if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`);
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (!first) return;
          observer.disconnect();
          resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return paint;
}
