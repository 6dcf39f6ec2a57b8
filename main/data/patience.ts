import { mayBeHeld, pauseAfter, shortMoment, type FileWork } from '../domain/passing-holds.ts';

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
    wait(pause);
  }
  return work();
}

/** Does `work` on a file, and again while another program holds it (passing-holds.ts). Throws what the last try threw. */
export function whileHeld<T>(kind: FileWork, work: () => T): T {
  const start = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return work();
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const isPassing = mayBeHeld(code, kind, process.platform === 'win32');
      if (!isPassing || performance.now() - start > shortMoment) throw error;
      wait(pauseAfter(tries));
    }
  }
}

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
