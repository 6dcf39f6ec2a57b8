import { whenIdle } from './when-idle.ts';

/**
 * Milliseconds from the last keystroke to its saving, the longest that continuous typing waits, and
 * how much later than that it may be for the sake of a key that is being drawn.
 */
export const saveDelays = { afterTyping: 500, atMost: 5_000, forDrawing: 200, untilRetry: 3_000 } as const;

/** When to save: a little after typing stops, now and then while it goes on, and again after a failure. */
export class SaveClock {
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #callOff: (() => void) | null = null;
  #firstTouch: number | null = null;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Something was typed. */
  touch(): void {
    const now = Date.now();
    this.#firstTouch ??= now;
    const left = this.#firstTouch + saveDelays.atMost - now;
    if (left >= saveDelays.afterTyping) this.#set(saveDelays.afterTyping, () => this.#ringNow());
    else this.#set(Math.max(0, left), () => this.#ringWhenDrawn());
  }

  /** Saving failed. */
  retryLater(): void {
    this.#set(saveDelays.untilRetry, () => this.#ringNow());
  }

  /** Everything is being saved now. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#callOff?.();
    this.#callOff = null;
    this.#timer = undefined;
    this.#firstTouch = null;
  }

  #set(delay: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, delay);
  }

  #ringNow(): void {
    this.rest();
    this.#ring();
  }

  /** Typing goes on: the request is made between two keys, and no further key puts it off. */
  #ringWhenDrawn(): void {
    this.#callOff ??= whenIdle(() => this.#ringNow(), saveDelays.forDrawing);
  }
}
