import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';

/** What a person wishes of main, one wish at a time. */
export class Wish {
  busy = $state(false);
  /** Why the last one was not granted; changing one's mind is no failure. */
  refusal: Failure | null = $state.raw(null);
  readonly #granted: () => Promise<void>;

  /** `granted` brings what is on show up to date. */
  constructor(granted: () => Promise<void>) {
    this.#granted = granted;
  }

  /** Null when it was not granted, or while another one is under way. */
  async make<T>(request: () => Promise<Result<T>>): Promise<T | null> {
    if (this.busy) return null;
    this.busy = true;
    const answer = await request();
    this.busy = false;
    this.refusal = answer.ok || answer.failure.code === 'cancelled' ? null : answer.failure;
    if (!answer.ok) return null;
    await this.#granted();
    return answer.value;
  }
}
