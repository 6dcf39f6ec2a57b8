/** Milliseconds for which a message stays that goes by itself. */
const readingTime = 20_000;

/**
 * A message that goes by itself: after a while, or once something else was done.
 *
 * Never while a person is at it with the pointer or the focus: then it goes when they leave it.
 */
export class Passing {
  readonly #go: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #holds = 0;
  #isDue = false;

  constructor(go: () => void) {
    this.#go = go;
  }

  /** It has come into sight. */
  begin(): void {
    this.end();
    this.#timer = setTimeout(() => this.pass(), readingTime);
  }

  /** Something else was done. */
  pass(): void {
    if (this.#holds > 0) this.#isDue = true;
    else this.#go();
  }

  /** The pointer or the focus has come to it. */
  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds = Math.max(0, this.#holds - 1);
    if (this.#holds === 0 && this.#isDue) this.#go();
  }

  /** It is gone. */
  end(): void {
    clearTimeout(this.#timer);
    this.#holds = 0;
    this.#isDue = false;
  }
}
