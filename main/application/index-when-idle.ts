import type { Context } from './context.ts';
import { newIdentifier } from './new-identifier.ts';

/** Milliseconds without a request before indexing starts, and rows between two looks at the clock. */
const quiet = 400;
const rowsAtOnce = 20;

/** Brings changed rows into the full-text index while nobody asks for anything. */
export interface IdleIndexing {
  /** Called when no request is under way: waits for quiet, then works in small pieces until all is done. */
  postpone(): void;
  stop(): void;
}

export function indexWhenIdle({ session, ports }: Context): IdleIndexing {
  let timer: NodeJS.Timeout | undefined;
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(piece, delay);
    // Must not keep a command alive: what is queued stays queued.
    timer.unref();
  };
  const piece = (): void => {
    try {
      const left = session.library?.search.bringUp(rowsAtOnce);
      // After a failure (a full disk) the next request brings another try.
      if (left?.ok === true && left.value > 0) schedule(0);
    } catch (error) {
      ports.log({ reference: newIdentifier().slice(0, 8), request: 'search index', error });
    }
  };
  return { postpone: () => schedule(quiet), stop: () => clearTimeout(timer) };
}
