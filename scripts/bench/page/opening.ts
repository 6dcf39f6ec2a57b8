/* global window, document, MutationObserver, requestAnimationFrame -- some functions run in the page */
import type { Page } from 'playwright-core';
import { median } from '../median.ts';
import type { Benches, View } from './benches.ts';
import { mainThread } from './main-thread.ts';

const runs = Number(process.env['SENGEN_BENCH_RUNS'] ?? 9);

/** Milliseconds that the pointer stands on a name before it is pressed; people take longer. */
const pause = 150;

/** What can be written in, or opens for writing, in each view. */
export const editable = { form: 'main textarea', table: '[role="table"] [data-column] > button' } as const;

/** Milliseconds until it is there, and those that the page's main thread worked. */
interface Opening {
  readonly time: number;
  readonly work: number;
}

/**
 * How long a report takes to the first painted frame in which something can be written.
 *
 * From the press on its name in the list of reports, once the pointer has come to rest on it as a
 * person's does, and by its address in a browser that has never seen the program. The bare page is
 * loaded by its address.
 */
export async function benchOpening(benches: Benches): Promise<void> {
  const bare: Opening[] = [];
  const pressed: Record<View, Opening[]> = { form: [], table: [] };
  const cold: Record<View, Opening[]> = { form: [], table: [] };
  for (let run = 0; run < runs; run += 1) {
    bare.push(await byAddress(await benches.newPage('form'), benches.bareAddress, 'textarea'));
    for (const view of ['form', 'table'] as const) {
      pressed[view].push(await byPress(await benches.newPage(view), benches.address, editable[view]));
      cold[view].push(await byAddress(await benches.newPage(view), benches.address, editable[view]));
    }
  }
  const limit = middle(bare);
  const line = (name: string, openings: readonly Opening[]): void => {
    const { time, work } = middle(openings);
    const against = `${(time / limit.time).toFixed(2)} × bare`;
    const workAgainst = `${(work / limit.work).toFixed(2)} ×`;
    console.log(
      `  ${name.padEnd(32)} ${time.toFixed(0).padStart(5)}  ${against}   work ${work.toFixed(0).padStart(4)}  ${workAgainst}`,
    );
  };
  console.log(`\nOpening, to the first editable paint, and the main thread's work (medians of ${runs})`);
  line('bare page with the same rows', bare);
  line('from the list, form view', pressed.form);
  line('from the list, table view', pressed.table);
  line('by its address, cold, form view', cold.form);
  line('by its address, cold, table view', cold.table);
}

function middle(openings: readonly Opening[]): Opening {
  return {
    time: median(openings.map(({ time }) => time)),
    work: median(openings.map(({ work }) => work)),
  };
}

async function byAddress(page: Page, address: string, selector: string): Promise<Opening> {
  const noted = await noting(page);
  await page.addInitScript(watchFor, { selector, from: null });
  const worked = await mainThread(page);
  const before = await worked();
  await page.goto(address, { waitUntil: 'commit' });
  return painted(page, noted, worked, before);
}

async function byPress(page: Page, address: string, selector: string): Promise<Opening> {
  await page.goto(address.replace(/#.*$/, '#/'));
  const link = page.locator('main a[href^="#/reports/"]').first();
  await link.waitFor();
  // The list's own fonts and requests are not what is timed.
  await page.waitForTimeout(500);
  const noted = await noting(page);
  await page.evaluate(watchFor, { selector, from: 'click' });
  await link.hover();
  await page.waitForTimeout(pause);
  const worked = await mainThread(page);
  const before = await worked();
  await link.click();
  return painted(page, noted, worked, before);
}

/** The page tells its time as soon as it knows it: to be asked would be work, and later would be too late. */
async function noting(page: Page): Promise<{ readonly time: Promise<number> }> {
  const { promise: time, resolve } = Promise.withResolvers<number>();
  await page.exposeFunction('tellTime', resolve);
  return { time };
}

async function painted(
  page: Page,
  noted: { readonly time: Promise<number> },
  worked: () => Promise<number>,
  before: number,
): Promise<Opening> {
  const time = await noted.time;
  const work = (await worked()) - before;
  await page.context().close();
  return { time, work };
}

/** Runs in the page: notes when a wanted element has been painted, since the navigation or an event. */
function watchFor({ selector, from }: { selector: string; from: string | null }): void {
  let start = 0;
  const note = (): void => {
    // A message is taken up once the frame that shows the element has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () =>
      (window as unknown as { tellTime(time: number): void }).tellTime(performance.now() - start);
    port2.postMessage(null);
  };
  const look = (): boolean => {
    const isThere = document.querySelector(selector) !== null;
    if (isThere) requestAnimationFrame(note);
    return isThere;
  };
  const watch = (): void => {
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document, { childList: true, subtree: true });
  };
  if (from === null) watch();
  else {
    const begin = ({ timeStamp }: Event): void => {
      start = timeStamp;
      watch();
    };
    window.addEventListener(from, begin, { capture: true, once: true });
  }
}
