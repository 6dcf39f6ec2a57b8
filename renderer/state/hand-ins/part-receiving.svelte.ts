import type { LookedAt } from '../../../shared/contract/hand-in-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import { asFailure } from '../page/as-failure.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';

/** A file that was looked at, and what became of it. */
export interface PartEntry {
  readonly looked: LookedAt;
  /** Null until it was taken in. */
  readonly taken: RequestOutput<'parts.takeIn'> | null;
  readonly failure: Failure | null;
}

/** Parts on their way in: looked at together, then taken in or begun with, each by itself. */
export class PartReceiving {
  /** Null while nothing is on show. */
  entries: readonly PartEntry[] | null = $state.raw(null);
  refused: readonly { readonly fileName: string; readonly failure: Failure }[] = $state.raw([]);
  busy = $state(false);
  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;

  constructor(bridge: Bridge, questions: FileQuestions) {
    this.#bridge = bridge;
    this.#questions = questions;
  }

  /** Those that can be taken in and are not yet. */
  get waiting(): readonly PartEntry[] {
    return (this.entries ?? []).filter(
      ({ looked, taken }) => looked.comes.to === 'take-in' && taken === null,
    );
  }

  /** Looks at files that were dropped, or asks for them; why that failed. */
  async look(dropped: readonly string[]): Promise<Failure | null> {
    if (this.busy) return null;
    this.busy = true;
    const answer = await this.#questions.during(() => this.#bridge.call('parts.lookAtAll', { dropped }));
    this.busy = false;
    if (!answer.ok) return answer.failure.code === 'cancelled' ? null : answer.failure;
    this.entries = answer.value.looked.map((looked) => ({ looked, taken: null, failure: null }));
    this.refused = answer.value.refused.map(({ fileName, failure }) => ({
      fileName,
      failure: asFailure(failure),
    }));
    return null;
  }

  /** Takes one in; what came of it, null when it was refused. */
  async takeIn({ looked }: PartEntry): Promise<RequestOutput<'parts.takeIn'> | null> {
    if (this.busy) return null;
    this.busy = true;
    // Rows that were found by their titles were shown.
    const byTitle = looked.word?.byTitle ?? false;
    const answer = await this.#bridge.call('parts.takeIn', { part: looked.part, byTitle });
    this.#put(looked.part, {
      looked,
      taken: answer.ok ? answer.value : null,
      failure: answer.ok ? null : answer.failure,
    });
    // What the others come to may be another thing now.
    if (answer.ok) await this.#lookAgain();
    this.busy = false;
    return answer.ok ? answer.value : null;
  }

  /** Makes the report of what was given out; null when that was refused. */
  async begin({ looked }: PartEntry): Promise<RequestOutput<'parts.begin'> | null> {
    if (this.busy) return null;
    this.busy = true;
    const answer = await this.#bridge.call('parts.begin', { part: looked.part });
    this.busy = false;
    if (answer.ok) return answer.value;
    this.#put(looked.part, { looked, taken: null, failure: answer.failure });
    return null;
  }

  close(): void {
    if (this.busy) return;
    this.entries = null;
    this.refused = [];
  }

  async #lookAgain(): Promise<void> {
    for (const { looked } of this.waiting) {
      const answer = await this.#bridge.call('parts.look', { part: looked.part });
      if (answer.ok) this.#put(looked.part, { looked: answer.value, taken: null, failure: null });
    }
  }

  #put(part: string, entry: PartEntry): void {
    this.entries = (this.entries ?? []).map((each) => (each.looked.part === part ? entry : each));
  }
}
