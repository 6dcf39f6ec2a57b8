/**
 * happy-dom knows no idle time: here it comes as soon as everything due at once has run.
 *
 * By `setTimeout` as it is when asked, so that a test with a clock of its own moves this too.
 */
if (!('requestIdleCallback' in globalThis)) {
  Object.assign(globalThis, { requestIdleCallback: (run: () => void) => Number(setTimeout(run, 0)) });
}
