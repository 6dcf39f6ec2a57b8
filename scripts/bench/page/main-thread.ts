import type { Page } from 'playwright-core';

/**
 * Counts the milliseconds that a page's main thread really worked, by the processor's own clock.
 *
 * Unlike the time on the wall it hardly changes when other programs are busy beside it.
 */
export async function mainThread(page: Page): Promise<() => Promise<number>> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await browser.send('Performance.getMetrics');
    const seconds = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    // Without what it takes to ask.
    return (seconds('TaskDuration') - seconds('DevToolsCommandDuration')) * 1_000;
  };
}
