import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { LinkedYear } from '../../../shared/contract/link-requests.ts';
import type { Failure } from '../../../shared/failure.ts';

/** The rows of the year before, from which a person says which one a row goes on from. */
export class EarlierRows {
  /** `undefined` until main has answered; null when there is no report of that year. */
  year: LinkedYear['earlier'] | null | undefined = $state.raw();
  failure: Failure | null = $state.raw(null);
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  async read(report: string): Promise<void> {
    const answer = await this.#bridge.call('links.propose', { report, years: 'this' });
    if (answer.ok) this.year = answer.value.years[0]?.earlier ?? null;
    else this.failure = answer.failure;
  }

  /** Stores what the person said (null: from none); pages hear of it by `links.changed`. */
  async choose(initiative: string, earlier: string | null): Promise<boolean> {
    const answer = await this.#bridge.call('links.confirm', { links: [{ initiative, earlier }] });
    this.failure = answer.ok ? null : answer.failure;
    return answer.ok;
  }

  /** Takes back what the person said. */
  async remove(initiative: string): Promise<boolean> {
    const answer = await this.#bridge.call('links.remove', { initiative });
    this.failure = answer.ok ? null : answer.failure;
    return answer.ok;
  }
}
