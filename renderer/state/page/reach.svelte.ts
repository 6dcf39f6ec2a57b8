import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';
import type { Failure } from '../../../shared/failure.ts';

/** Milliseconds after which a lost connection is told: one that comes back at once is nobody's matter. */
const patience = 1_000;

/** Whether the page reaches the program behind it. */
export class Reach {
  /** Why it does not; null while it does. */
  lost: EventPayload<'application.lost'>['why'] | null = $state(null);

  listen(bridge: Bridge): () => void {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stopWaiting = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
    };
    const stops = [
      bridge.on('application.lost', ({ why }) => {
        // Who is refused is refused for good, until a person does something.
        if (why === 'refused') {
          stopWaiting();
          this.lost = why;
        } else if (this.lost === null) waiting ??= setTimeout(() => (this.lost = why), patience);
        else this.lost = why;
      }),
      bridge.on('application.found', () => {
        stopWaiting();
        this.lost = null;
      }),
    ];
    return () => {
      stopWaiting();
      stops.forEach((stop) => stop());
    };
  }

  /** True when the notice over the page already says what a failure would: nothing is said twice. */
  tells({ code }: Failure): boolean {
    return this.lost !== null && (code === 'unreachable' || code === 'browser-unknown');
  }
}
