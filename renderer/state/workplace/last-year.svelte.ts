import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Failure } from '../../../shared/failure.ts';

type Found = RequestOutput<'rows.lastYear'>['found'];

/** What the same row said a year earlier. */
export class LastYear {
  /** `undefined` until main has answered; null when there is no such row. */
  found: Found | undefined = $state.raw();
  /** A person said so; else it is a guess. */
  confirmed = $state(false);
  failure: Failure | null = $state.raw(null);
  readonly #bridge: Bridge;
  #turn = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** What was found stays on show until main has answered otherwise. */
  async look(report: string, initiative: string): Promise<void> {
    const turn = (this.#turn += 1);
    const answer = await this.#bridge.call('rows.lastYear', { report, initiative });
    if (turn !== this.#turn) return;
    this.failure = null;
    if (answer.ok) {
      this.found = answer.value.found;
      this.confirmed = answer.value.confirmed;
    } else this.failure = answer.failure;
  }
}
