import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Verification } from '../../../shared/contract/sign-off-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { FileQuestions } from '../page/file-questions.svelte.ts';

/** Whether a Word file says what was signed. */
export class WordVerification {
  result: Verification | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  busy = $state(false);
  readonly #bridge: Bridge;
  readonly #questions: FileQuestions;

  constructor(bridge: Bridge, questions: FileQuestions) {
    this.#bridge = bridge;
    this.#questions = questions;
  }

  /** Asks for a file and checks it, or checks the one that was dropped. */
  async check(dropped?: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await this.#questions.during(() =>
      this.#bridge.call('files.verify', dropped === undefined ? {} : { dropped }),
    );
    this.busy = false;
    if (!answer.ok && answer.failure.code === 'cancelled') return;
    this.result = answer.ok ? answer.value : null;
    this.failure = answer.ok ? null : answer.failure;
  }

  close(): void {
    this.result = null;
    this.failure = null;
  }
}
