/** Milliseconds between emptying a region and filling it: the same words again are news again. */
const pause = 50;

/** What screen readers say without the focus moving: politely, or at once. */
export class Announcer {
  polite = $state('');
  assertive = $state('');
  #politeTimer: ReturnType<typeof setTimeout> | undefined;
  #assertiveTimer: ReturnType<typeof setTimeout> | undefined;

  /** Said when the person pauses. The last of several wins. */
  say(text: string): void {
    clearTimeout(this.#politeTimer);
    this.polite = '';
    this.#politeTimer = setTimeout(() => (this.polite = text), pause);
  }

  /** Said at once: for what must not be missed. */
  alert(text: string): void {
    clearTimeout(this.#assertiveTimer);
    this.assertive = '';
    this.#assertiveTimer = setTimeout(() => (this.assertive = text), pause);
  }
}
