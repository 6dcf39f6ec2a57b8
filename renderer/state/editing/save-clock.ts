/** Milliseconds from the last keystroke to its saving, and the longest that continuous typing waits. */
export const saveDelays = { afterTyping: 500, atMost: 5_000, untilRetry: 3_000 } as const;

/** When to save: a little after typing stops, now and then while it goes on, and again after a failure. */
export class SaveClock {
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstTouch: number | null = null;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Something was typed. */
  touch(): void {
    const now = Date.now();
    this.#firstTouch ??= now;
    this.#set(Math.max(0, Math.min(saveDelays.afterTyping, this.#firstTouch + saveDelays.atMost - now)));
  }

  /** Saving failed. */
  retryLater(): void {
    this.#set(saveDelays.untilRetry);
  }

  /** Everything is being saved now. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#firstTouch = null;
  }

  #set(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.rest();
      this.#ring();
    }, delay);
  }
}
