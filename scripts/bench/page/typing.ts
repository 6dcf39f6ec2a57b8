/* global window, requestAnimationFrame -- some functions run in the page */
import type { Page } from 'playwright-core';
import { median, quantile } from '../median.ts';
import type { Benches } from './benches.ts';
import { mainThread } from './main-thread.ts';
import { editable } from './opening.ts';

const keys = 400;
/** Milliseconds between two keys: a quick typist. Saving, every few seconds, falls in between. */
const pace = 40;

/** From a key's press to the end of the frame that shows it. */
export async function benchTyping(benches: Benches): Promise<void> {
  console.log(
    `\nTyping, key to the end of its frame (${keys} keys): median / 99 % / longest, and the main thread's work a key`,
  );

  const bare = await benches.newPage('form');
  await bare.goto(benches.bareAddress);
  await bare.locator('textarea').click();
  await report('bare page  ', bare);

  const form = await benches.newPage('form');
  await form.goto(benches.address);
  await form.locator('main textarea').nth(1).click();
  await settled(form);
  await report('form view  ', form);

  const table = await benches.newPage('table');
  await table.goto(benches.address);
  await table.locator(editable.table).first().waitFor();
  await settled(table);
  await table.locator('[role="table"] [data-field="plan"]').first().click();
  await report('table view ', table);
}

/** Waits until what is drawn in idle time is there, and swept up after. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(1_000);
  await page.waitForTimeout(3_000);
}

async function report(name: string, page: Page): Promise<void> {
  await page.evaluate(watchKeys);
  const worked = await mainThread(page);
  const work: number[] = [];
  let before = await worked();
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('abcdefghij'.charAt(key % 10));
    await page.waitForTimeout(pace);
    const after = await worked();
    work.push(after - before);
    before = after;
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  if (times.length < keys) throw new Error(`${name}: ${times.length} of ${keys} keys were seen`);
  console.log(`  ${name}  ${spread(times)}   work ${spread(work)}`);
  await page.context().close();
}

function spread(times: readonly number[]): string {
  return [median(times), quantile(times, 0.99), Math.max(...times)]
    .map((time) => time.toFixed(1))
    .join(' / ');
}

/** Runs in the page: notes for each key how long it took until its frame was painted. */
function watchKeys(): void {
  const times: number[] = [];
  Object.assign(window, { keyTimes: times });
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    true,
  );
}
