/** What lies on top of the page, in the order in which it was opened. Esc closes the topmost. */
export class Layers {
  readonly #open: (() => void)[] = [];

  /** Returns the way to say that it is closed. */
  open(close: () => void): () => void {
    this.#open.push(close);
    return () => {
      const at = this.#open.lastIndexOf(close);
      if (at >= 0) this.#open.splice(at, 1);
    };
  }

  get any(): boolean {
    return this.#open.length > 0;
  }

  closeTopmost(): void {
    this.#open.at(-1)?.();
  }
}
