import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { StrayDraft } from '../../../shared/contract/draft-requests.ts';
import type { TypedText } from '../../../shared/model/draft.ts';
import type { Drafts } from '../editing/drafts.ts';
import { typedTexts, unsentAsTyped } from '../editing/typed-text.ts';

/** A text that was typed in a report that is not there any more. */
export interface StrayText extends Pick<TypedText, 'id' | 'field' | 'text'> {
  readonly draft: StrayDraft;
}

/** What was typed and not stored, of reports that no list shows any more: until a person has seen it. */
export class StrayDrafts {
  texts: readonly StrayText[] = $state.raw([]);

  readonly #bridge: Bridge;
  readonly #kept: Pick<Drafts, 'handOver'>;
  #drafts: readonly StrayDraft[] = [];

  /** `kept`: the drafts of this browser, of which main may know nothing yet. */
  constructor(bridge: Bridge, kept: Pick<Drafts, 'handOver'>) {
    this.#bridge = bridge;
    this.#kept = kept;
  }

  listen(): () => void {
    void this.#read();
    return this.#bridge.on('library.changed', () => void this.#read());
  }

  /** The person wants one in the report of the open library; true when that gives it back. */
  async take({ report, page, turn }: StrayDraft): Promise<boolean> {
    const answer = await this.#bridge.call('drafts.take', { report, page, turn });
    await this.#read();
    return answer.ok;
  }

  /** The person has seen them all, and needs none. */
  async dismiss(): Promise<void> {
    const seen = this.#drafts;
    this.#drafts = [];
    this.texts = [];
    for (const { report, page, turn } of seen) {
      await this.#bridge.call('drafts.forget', { report, page, turn });
    }
  }

  async #read(): Promise<void> {
    await this.#kept.handOver();
    const answer = await this.#bridge.call('drafts.stray', {});
    this.#drafts = answer.ok ? answer.value : [];
    this.texts = this.#drafts.flatMap((draft) =>
      [
        ...draft.draft.steps.flatMap(typedTexts),
        ...draft.draft.aside,
        ...draft.draft.unsent.map(unsentAsTyped),
      ].map(({ id, field, text }) => ({ id: `${draft.page}-${id}`, field, text, draft })),
    );
  }
}
