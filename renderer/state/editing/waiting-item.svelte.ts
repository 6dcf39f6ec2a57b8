/**
 * A target or an outcome that stands ready on a row's form, below those that are written: where there is none
 * yet, and where a person asked for another. It is in the report with the first thing that is written in it,
 * under the identifier that its fields have already.
 */
export class WaitingItem<Item extends { readonly id: string }> {
  #item: Item = $state.raw() as Item;
  /** A person asked for it. */
  #isOpen = $state(false);
  readonly #made: () => Item;
  readonly #items: () => readonly Item[];

  /** `items`: those that are written. */
  constructor(made: () => Item, items: () => readonly Item[]) {
    this.#made = made;
    this.#items = items;
    this.#item = made();
  }

  /** The one that stands ready, or stood so until it was written in. */
  get id(): string {
    return this.#item.id;
  }

  /** It is in the report by now. */
  get isWritten(): boolean {
    return this.#items().some(({ id }) => id === this.id);
  }

  /** What stands ready; null where none does. */
  get shown(): Item | null {
    if (this.isWritten) return null;
    return this.#isOpen || this.#items().length === 0 ? this.#item : null;
  }

  isShown(id: string): boolean {
    return this.shown?.id === id;
  }

  /** Somebody asks for another: the identifier of what stands ready now. */
  open(): string {
    if (this.shown === null) this.#item = this.#made();
    this.#isOpen = true;
    return this.id;
  }

  /** It is not wanted, or was written and is gone: the next one is another. */
  renew(): void {
    this.#item = this.#made();
    this.#isOpen = false;
  }

  /** The last of those that are written is the one that stood ready: emptied again, it can go back to that. */
  get isLast(): boolean {
    return this.#items().at(-1)?.id === this.id;
  }
}
