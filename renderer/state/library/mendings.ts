import type { Bridge } from '../../../shared/contract/bridge.ts';
import { mendedSentence } from '../../../shared/words/mending-sentences.ts';
import { mendingWords as words } from '../../words/mending-words.ts';
import type { Notices } from '../page/notices.svelte.ts';

/** Damage that the program found in the library and gave back: told until somebody says that they have seen it. */
export class Mendings {
  readonly #bridge: Bridge;
  readonly #notices: Notices;

  constructor(bridge: Bridge, notices: Notices) {
    this.#bridge = bridge;
    this.#notices = notices;
  }

  async ask(): Promise<void> {
    const answer = await this.#bridge.call('mending.report', {});
    if (!answer.ok || answer.value === null) return;
    this.#notices.show(mendedSentence(answer.value), {
      label: words.seen,
      run: () => void this.#bridge.call('mending.seen', {}),
    });
  }
}
