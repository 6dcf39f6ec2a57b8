/** One short message at the bottom of the page, perhaps with something to do about it. */
export interface Notice {
  readonly text: string;
  readonly action: { readonly label: string; run(): void } | null;
}

/** Milliseconds that a message without an action stays. One with an action stays until it is closed. */
const readingTime = 6_000;

/** The message on show; a new one takes the place of the old. */
export class Notices {
  current: Notice | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string, action: Notice['action'] = null): void {
    clearTimeout(this.#timer);
    this.current = { text, action };
    if (action === null) this.#timer = setTimeout(() => this.close(), readingTime);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }
}
