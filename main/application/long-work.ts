import type { LongRequest } from '../../shared/contract/work-requests.ts';
import { failed, type Result } from '../../shared/result.ts';

/** How work is stopped. */
export interface Stopping {
  /** Aborted when the request is cancelled: the work throws its reason at its next breath. */
  readonly signal: AbortSignal;
  /** Called before anything is stored or written: from then on nothing can stop the work. Throws when it was stopped. */
  readonly commit: () => void;
}

/** Long requests under way, each of which can be told to stop. */
export interface LongWork {
  /** Runs the work of a request. When it is stopped, the answer is the failure `cancelled`. */
  run<T>(request: LongRequest, work: (stopping: Stopping) => Promise<Result<T>>): Promise<Result<T>>;
  /** Stops the requests of this name; false when there is none that can be stopped. */
  cancel(request: LongRequest): boolean;
  /** Stops all that can be stopped. */
  cancelAll(): void;
}

export function longWork(): LongWork {
  const underWay = new Map<AbortController, LongRequest>();
  const stop = (which: (name: LongRequest) => boolean): boolean => {
    const found = [...underWay].filter(([, name]) => which(name));
    for (const [controller] of found) {
      underWay.delete(controller);
      controller.abort();
    }
    return found.length > 0;
  };
  return {
    run: async (request, work) => {
      const controller = new AbortController();
      const { signal } = controller;
      underWay.set(controller, request);
      try {
        return await work({
          signal,
          commit: () => {
            signal.throwIfAborted();
            underWay.delete(controller);
          },
        });
      } catch (error) {
        if (signal.aborted && error === signal.reason) return failed({ code: 'cancelled' });
        throw error;
      } finally {
        underWay.delete(controller);
      }
    },
    cancel: (request) => stop((name) => name === request),
    cancelAll: () => void stop(() => true),
  };
}
