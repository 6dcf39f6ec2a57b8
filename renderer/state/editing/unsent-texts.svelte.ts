import type { UnsentText } from '../../../shared/model/draft.ts';

/**
 * What is typed over or beside an open report and is not sent yet: a comment, who signed, the reason of a 版.
 *
 * Whatever it is typed in may be shut to look something up in the report, and the page may end: it is there again when
 * that opens. Each text by what it is for (UnsentText).
 */
export class UnsentTexts {
  /** What an earlier page left, as long as the boxes that it belongs in have not been opened. */
  left: readonly UnsentText[] = $state.raw([]);

  readonly #texts: Map<string, UnsentText>;
  readonly #keep: () => void;

  /** `keep`: writes down what there is now. */
  constructor(left: readonly UnsentText[], keep: () => void) {
    this.left = left;
    this.#texts = new Map(left.map((text) => [text.what, text]));
    this.#keep = keep;
  }

  /** What is worth keeping: an empty box is none. */
  get all(): readonly UnsentText[] {
    return [...this.#texts.values()].filter(({ text }) => text.trim() !== '');
  }

  has(what: string): boolean {
    return this.#texts.has(what);
  }

  /** What was typed; what is offered where nothing was. */
  of(what: string, offered = ''): string {
    return this.#texts.get(what)?.text ?? offered;
  }

  aboutOf(what: string): UnsentText['about'] {
    return this.#texts.get(what)?.about ?? null;
  }

  /** The boxes show what they hold now. */
  opened(...what: readonly string[]): void {
    if (this.left.some((text) => what.includes(text.what)))
      this.left = this.left.filter((text) => !what.includes(text.what));
  }

  keep(what: string, text: string, about: UnsentText['about'] = null): void {
    this.#texts.set(what, { what, text, about });
    this.#keep();
  }

  /** It was sent, or given up. */
  forget(...what: readonly string[]): void {
    this.opened(...what);
    const known = what.filter((each) => this.#texts.delete(each));
    if (known.length > 0) this.#keep();
  }
}
