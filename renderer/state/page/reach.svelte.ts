import type { Bridge } from '../../../shared/contract/bridge.ts';

/** Milliseconds after which a lost connection is told: one that comes back at once is nobody's matter. */
const patience = 1_000;

/** Whether the page reaches the program behind it. */
export class Reach {
  isLost = $state(false);

  listen(bridge: Bridge): () => void {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      bridge.on('application.lost', () => {
        waiting ??= setTimeout(() => (this.isLost = true), patience);
      }),
      bridge.on('application.found', () => {
        clearTimeout(waiting);
        waiting = undefined;
        this.isLost = false;
      }),
    ];
    return () => {
      clearTimeout(waiting);
      stops.forEach((stop) => stop());
    };
  }
}
