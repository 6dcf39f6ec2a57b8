import type { Attachment } from 'svelte/attachments';

/** Pixels above and below the screen that count as near: some three screens of rows. */
const reach = '2000px 0px';

/**
 * Tells which numbered parts of a long page have come near the screen or have gone far from it.
 *
 * The screen may be the page's own or that of a part that scrolls.
 */
export class NearSight {
  readonly #observer: IntersectionObserver;
  readonly #numbers = new WeakMap<Element, number>();

  constructor(moved: (parts: ReadonlyMap<number, boolean>) => void) {
    this.#observer = new IntersectionObserver(
      (entries) =>
        moved(
          new Map(
            entries.flatMap(({ target, isIntersecting }) => {
              const number = this.#numbers.get(target);
              return number === undefined ? [] : [[number, isIntersecting] as const];
            }),
          ),
        ),
      { rootMargin: reach, scrollMargin: reach },
    );
  }

  /** Watches an element under a number. */
  watch(number: number): Attachment {
    return (element) => {
      this.#numbers.set(element, number);
      this.#observer.observe(element);
      return () => this.#observer.unobserve(element);
    };
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
