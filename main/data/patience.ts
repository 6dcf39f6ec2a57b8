/** How long it is waited before each new try, in ms. */
const pauses = [20, 80, 300];

/**
 * Tries work again while the disk does not answer. `isPassing` judges what came of it; the last try's outcome is
 * the one that counts. The thread waits meanwhile: a library that does not answer has nothing else to do.
 */
export function patiently<T>(work: () => T, isPassing: (outcome: T) => boolean): T {
  for (const pause of pauses) {
    const outcome = work();
    if (!isPassing(outcome)) return outcome;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  return work();
}
