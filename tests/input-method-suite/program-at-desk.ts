import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { kill, serveSengen } from '../support/run-sengen.ts';
import { usualSize } from '../support/window-sizes.ts';
import { chooseFile, type Shell } from '../support/shells.ts';
import { Desk } from './desk.ts';
import { Hand } from './hand.ts';

/** The program in a window of the desk, which fills the screen. */
export interface ProgramAtDesk extends Shell {
  readonly desk: Desk;
  readonly hand: Hand;
}

/** Starts a desk and on it the program, with the library of a folder. */
export async function startAtDesk(folder: string): Promise<ProgramAtDesk> {
  const desk = await Desk.start(folder, usualSize);
  const browser = await launchChromium({ environment: desk.environment, words: [] });
  const context = await browser.newContext({ viewport: null, locale: 'ja-JP' });
  const page = await context.newPage();
  await Hand.watch(page);
  let served = await serveSengen(join(folder, '報告.sengen'));
  await page.goto(served.address);
  await page.bringToFront();
  await fillScreen(page);
  return {
    page,
    desk,
    hand: new Hand(desk, page),
    chooseFile: (path, ask) => chooseFile(page, path, ask),
    async killAndRestart() {
      await kill(served.child);
      served = await serveSengen(join(folder, '報告.sengen'));
      await page.goto(served.address);
    },
    async close() {
      await browser.close();
      await kill(served.child);
      await desk.end();
    },
  };
}

/** Shows the page over the whole screen, so that a place in it is the same place on the screen. */
async function fillScreen(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'fullscreen' } });
  const { width, height } = usualSize;
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}
