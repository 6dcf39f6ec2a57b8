/** Which rows of the list are chosen, and where its keyboard is. */
export class RowChoice {
  chosen: ReadonlySet<string> = $state.raw(new Set());
  /** The row that keys act on; null before any was. */
  active: string | null = $state.raw(null);
  /** Every press chooses one more: for fingers, and for who does not know Ctrl and Shift. */
  many = $state(false);
  /** Where a stretch chosen with Shift begins. */
  #anchor: string | null = null;

  /** True when what is done is done to several. */
  get isMany(): boolean {
    return this.chosen.size > 1;
  }

  only(id: string): void {
    this.chosen = new Set([id]);
    this.active = id;
    this.#anchor = id;
  }

  /** Goes there and leaves what is chosen. */
  goTo(id: string): void {
    this.active = id;
  }

  toggle(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
    this.active = id;
    this.#anchor = id;
  }

  /** Chooses the stretch from where the last choice was made. */
  extendTo(id: string, order: readonly string[]): void {
    const from = Math.max(0, order.indexOf(this.#anchor ?? this.active ?? id));
    const to = order.indexOf(id);
    this.chosen = new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.active = id;
  }

  all(order: readonly string[]): void {
    this.chosen = new Set(order);
  }

  /** Lets go of rows that are no longer there. */
  keepOnly(order: readonly string[]): void {
    const here = new Set(order);
    if ([...this.chosen].some((id) => !here.has(id))) {
      this.chosen = new Set([...this.chosen].filter((id) => here.has(id)));
    }
    if (this.active !== null && !here.has(this.active)) this.active = null;
  }
}
