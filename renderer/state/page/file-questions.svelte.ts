import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { EventPayload } from '../../../shared/contract/events.ts';

export type FileQuestion = EventPayload<'files.wanted'>;

/**
 * Main's questions for a file, in shells without dialogs of their own.
 *
 * Every page hears every question; only a page that has asked for something takes it as its own.
 */
export class FileQuestions {
  current: FileQuestion | null = $state.raw(null);
  readonly #bridge: Bridge;
  #asking = 0;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  listen(): () => void {
    return this.#bridge.on('files.wanted', (question) => {
      if (this.#asking > 0) this.current = question;
    });
  }

  /** Makes a request in whose course main may ask for a file. */
  async during<T>(request: () => Promise<T>): Promise<T> {
    this.#asking += 1;
    try {
      return await request();
    } finally {
      this.#asking -= 1;
      if (this.#asking === 0) this.current = null;
    }
  }

  /** Answers; null when the person changed their mind. */
  async answer(names: readonly string[] | null): Promise<void> {
    const question = this.current?.question;
    this.current = null;
    if (question !== undefined) await this.#bridge.call('files.chosen', { question, names });
  }
}
