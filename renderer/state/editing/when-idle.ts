/**
 * Runs something once the page has drawn what waits to be drawn, so that no key has to wait for it;
 * at the latest after `within` milliseconds. Returns the way to call it off.
 */
export function whenIdle(run: () => void, within: number): () => void {
  let wanted = true;
  requestIdleCallback(() => wanted && run(), { timeout: within });
  return () => {
    wanted = false;
  };
}
