import type { Locator, Page } from 'playwright-core';
import { rows } from './plan-pages.ts';

/** Where something is on the screen, as soon as it is there: rows may be drawn anew just now. */
export async function boxOf(element: Locator) {
  for (;;) {
    const box = await element.boundingBox();
    if (box) return box;
  }
}

/** Holds the handle of a row and lets it go below the middle of another one. */
export async function dragRow(page: Page, from: number, to: number): Promise<void> {
  const row = rows(page).nth(from - 1);
  await row.hover();
  const [start, end] = [await boxOf(row.locator('.grip')), await boxOf(rows(page).nth(to - 1))];
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 30, { steps: 3 });
  await page.mouse.move(start.x, end.y + end.height * (to > from ? 0.8 : 0.2), { steps: 8 });
  await page.mouse.up();
}

/** A finger on the glass, as the browser hears of it. */
export async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  return {
    /** From a point so many pixels down the page, after it has rested there. */
    async move(from: { x: number; y: number }, down: number, rest: number) {
      await touch('touchStart', from.x, from.y);
      await page.waitForTimeout(rest);
      for (let step = 1; step <= 12; step++) {
        await touch('touchMove', from.x, from.y + (down * step) / 12);
        await page.waitForTimeout(16);
      }
    },
    lift: () => touch('touchEnd', 0, 0),
  };
}
