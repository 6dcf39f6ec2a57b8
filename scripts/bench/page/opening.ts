/* global window, document, requestAnimationFrame -- some functions run in the page */
import type { Page } from 'playwright-core';
import { median } from '../median.ts';
import type { Benches, View } from './benches.ts';

const runs = 9;

/** What can be written in, or opens for writing, in each view. */
export const editable = { form: 'main textarea', table: '[role="table"] [data-column] > button' } as const;

/**
 * How long a report takes to the first painted frame in which something can be written.
 *
 * From the press on its name in the list of reports, as a person opens it, and by its address in a
 * browser that has never seen the program. The bare page is loaded by its address.
 */
export async function benchOpening(benches: Benches): Promise<void> {
  const bare: number[] = [];
  const pressed: Record<View, number[]> = { form: [], table: [] };
  const cold: Record<View, number[]> = { form: [], table: [] };
  for (let run = 0; run < runs; run += 1) {
    bare.push(await timeAddress(await benches.newPage('form'), benches.bareAddress, 'textarea'));
    for (const view of ['form', 'table'] as const) {
      pressed[view].push(await timePress(await benches.newPage(view), benches.address, editable[view]));
      cold[view].push(await timeAddress(await benches.newPage(view), benches.address, editable[view]));
    }
  }
  const limit = median(bare);
  const line = (name: string, times: readonly number[]): void => {
    const time = median(times);
    console.log(`  ${name.padEnd(32)} ${time.toFixed(0).padStart(5)}  ${(time / limit).toFixed(2)} × bare`);
  };
  console.log(`\nOpening, to the first editable paint (median of ${runs})`);
  line('bare page with the same rows', bare);
  line('from the list, form view', pressed.form);
  line('from the list, table view', pressed.table);
  line('by its address, cold, form view', cold.form);
  line('by its address, cold, table view', cold.table);
}

async function timeAddress(page: Page, address: string, selector: string): Promise<number> {
  await page.addInitScript(watchFor, { selector, from: null });
  await page.goto(address);
  return painted(page);
}

async function timePress(page: Page, address: string, selector: string): Promise<number> {
  await page.goto(address.replace(/#.*$/, '#/'));
  const link = page.locator('main a[href^="#/reports/"]').first();
  await link.waitFor();
  // The list's own fonts and requests are not what is timed.
  await page.waitForTimeout(500);
  await page.evaluate(watchFor, { selector, from: 'click' });
  await link.click();
  return painted(page);
}

async function painted(page: Page): Promise<number> {
  const time = await page.waitForFunction(() => (window as { tookTime?: number }).tookTime);
  const value = (await time.jsonValue()) ?? NaN;
  await page.context().close();
  return value;
}

/** Runs in the page: notes when a wanted element has been painted, since the navigation or an event. */
function watchFor({ selector, from }: { selector: string; from: string | null }): void {
  let start = 0;
  const look = (): void => {
    if (document.querySelector(selector) === null) {
      requestAnimationFrame(look);
      return;
    }
    // A message is taken up once the frame that shows the element has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(window, { tookTime: performance.now() - start });
    port2.postMessage(null);
  };
  if (from === null) requestAnimationFrame(look);
  else {
    const begin = ({ timeStamp }: Event): void => {
      start = timeStamp;
      requestAnimationFrame(look);
    };
    window.addEventListener(from, begin, { capture: true, once: true });
  }
}
