import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CheckedLibrary } from '../../../shared/contract/check-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { LongWork } from '../page/long-work.svelte.ts';

/** Looking the open library through, and what came of it. */
export class LibraryCheckup {
  result: CheckedLibrary | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  readonly #bridge: Bridge;
  readonly #work: LongWork;

  constructor(bridge: Bridge, work: LongWork) {
    this.#bridge = bridge;
    this.#work = work;
  }

  /** Stopped by the person, it leaves nothing to show. */
  async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await this.#work.during('library.check', () => this.#bridge.call('library.check', {}));
    this.busy = false;
    if (answer.ok) this.result = answer.value;
    else if (answer.failure.code !== 'cancelled') this.failure = answer.failure;
  }

  close(): void {
    this.result = null;
    this.failure = null;
  }
}
