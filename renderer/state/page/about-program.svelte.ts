import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { RequestOutput } from '../../../shared/contract/requests.ts';
import type { FileQuestions } from './file-questions.svelte.ts';
import type { Notices } from './notices.svelte.ts';

export type ShownProgram = RequestOutput<'application.about'>;

/** What the program says of itself, and the text for who helps, which a person reads before they give it away. */
export class AboutProgram {
  shown: ShownProgram | null = $state.raw(null);
  /** Where the text was written; null as long as it was not. */
  written: string | null = $state(null);
  readonly #bridge: Bridge;
  readonly #notices: Notices;
  readonly #questions: FileQuestions;

  constructor(bridge: Bridge, notices: Notices, questions: FileQuestions) {
    this.#bridge = bridge;
    this.#notices = notices;
    this.#questions = questions;
  }

  async show(): Promise<void> {
    const answer = await this.#bridge.call('application.about', {});
    if (!answer.ok) {
      this.#notices.fail(answer.failure);
      return;
    }
    this.written = null;
    this.shown = answer.value;
  }

  async save(text: string): Promise<void> {
    const answer = await this.#questions.during(() =>
      this.#bridge.call('application.saveSupport', { text }),
    );
    if (answer.ok) this.written = answer.value.path;
    else if (answer.failure.code !== 'cancelled') this.#notices.fail(answer.failure);
  }

  close(): void {
    this.shown = null;
  }
}
