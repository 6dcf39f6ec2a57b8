import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { LeftOnPage } from '../../../shared/contract/closing-requests.ts';
import type { Drafts } from '../editing/drafts.ts';

/** Something in which a person writes, and which stores it. */
export interface Writing {
  /** Stores all that is written; false when that failed. */
  finish(): Promise<boolean>;
  /** Whether something is written that main could not take. */
  readonly isStuck: boolean;
}

/** The end of the page: what is typed is stored first, and main is told in so many words that it is. */
export class Closing {
  readonly #bridge: Bridge;
  readonly #drafts: Pick<Drafts, 'settle'>;
  readonly #document: Document;
  readonly #writings = new Set<Writing>();

  constructor(bridge: Bridge, drafts: Pick<Drafts, 'settle'>, document: Document) {
    this.#bridge = bridge;
    this.#drafts = drafts;
    this.#document = document;
  }

  /** Returns the way to take it out again. */
  add(writing: Writing): () => void {
    this.#writings.add(writing);
    return () => void this.#writings.delete(writing);
  }

  listen(): () => void {
    const page = this.#document.defaultView;
    const ask = (event: BeforeUnloadEvent): void => {
      // The browser asks in its own words; where all is stored nobody is asked.
      if ([...this.#writings].some(({ isStuck }) => isStuck)) event.preventDefault();
    };
    page?.addEventListener('beforeunload', ask);
    const stop = this.#bridge.on('application.closing', ({ question }) => void this.#answer(question));
    return () => {
      page?.removeEventListener('beforeunload', ask);
      stop();
    };
  }

  async #answer(question: string): Promise<void> {
    this.#endComposition();
    const finished = await Promise.all([...this.#writings].map((writing) => writing.finish()));
    const stored = finished.every(Boolean);
    // A comment that is not sent is a draft, too: nobody is asked about that as long as it is kept.
    const kept = await this.#drafts.settle();
    const left: LeftOnPage = !kept ? 'unkept' : stored ? 'nothing' : 'kept';
    await this.#bridge.call('application.readyToClose', { question, left });
  }

  /** A field hands over what an input method shows in it when it loses the focus. The window may stay after all. */
  #endComposition(): void {
    const { activeElement } = this.#document;
    if (!(activeElement instanceof HTMLElement) || !activeElement.matches('input, textarea')) return;
    activeElement.blur();
    activeElement.focus({ preventScroll: true });
  }
}
