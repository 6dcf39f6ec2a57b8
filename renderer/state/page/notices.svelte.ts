import type { Failure } from '../../../shared/failure.ts';

/** One short message at the bottom of the page, perhaps with something to do about it. */
export interface Notice {
  readonly text: string;
  readonly action: {
    readonly label: string;
    run(): void;
    /** False once it can no longer be done; the message goes with it. Absent: always. */
    stands?(): boolean;
  } | null;
}

/** Milliseconds that a message without an action stays. One with an action stays until it is closed. */
const readingTime = 6_000;

/** The message on show; a new one takes the place of the old. */
export class Notices {
  #current: Notice | null = $state.raw(null);
  /** What could not be done just now; it stays until it is closed. */
  failure: Failure | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string, action: Notice['action'] = null): void {
    this.close();
    this.#current = { text, action };
    if (action === null) this.#timer = setTimeout(() => this.close(), readingTime);
  }

  /** Says a failure whole: what happened, what is safe, what to do. */
  fail(failure: Failure): void {
    this.close();
    this.failure = failure;
  }

  get current(): Notice | null {
    return this.#current?.action?.stands?.() === false ? null : this.#current;
  }

  /**
   * To be asked before waiting for an answer; tells afterwards whether something has been offered in
   * the meantime that the answer's message must not take away.
   */
  awaiting(): () => boolean {
    const before = this.current;
    return () => this.current !== before && (this.current?.action ?? null) !== null;
  }

  /** True while a message covers a piece of the page. */
  get isOpen(): boolean {
    return this.current !== null || this.failure !== null;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#current = null;
    this.failure = null;
  }
}
