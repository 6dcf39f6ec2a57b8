/** Pixels beyond the window's edges for which items stand ready. */
const margin = 400;

/** First guess of an item's height in pixels, until one has been measured. */
const firstGuess = 72;

/**
 * The part of a long list that is in sight.
 *
 * Items are as tall as their text: those that were seen are measured, the others guessed.
 */
export class ListWindow {
  /** Of the scrolling box, in pixels. */
  scrollTop = $state(0);
  height = $state(0);

  readonly #keys: () => readonly string[];
  readonly #heights = new Map<string, number>();
  #measured = $state(0);
  /** Set once: a guess that wandered would move what is in sight. */
  #guess = firstGuess;

  readonly #tops = $derived.by(() => {
    void this.#measured;
    const keys = this.#keys();
    const tops = new Float64Array(keys.length + 1);
    keys.forEach((key, at) => {
      tops[at + 1] = (tops[at] ?? 0) + (this.#heights.get(key) ?? this.#guess);
    });
    return tops;
  });

  constructor(keys: () => readonly string[]) {
    this.#keys = keys;
  }

  /** Place of the first item to draw. */
  get from(): number {
    return Math.max(0, this.placeAt(this.scrollTop - margin));
  }

  /** Place after the last item to draw. */
  get to(): number {
    return Math.min(this.#keys().length, this.placeAt(this.scrollTop + this.height + margin) + 1);
  }

  /** Pixels from the list's start to an item's upper edge; of the place after the last, its end. */
  topOf(place: number): number {
    return this.#tops[Math.min(Math.max(0, place), this.#tops.length - 1)] ?? 0;
  }

  get end(): number {
    return this.topOf(this.#keys().length);
  }

  /** The item at a height; the last one below the end. */
  placeAt(top: number): number {
    let low = 0;
    let high = this.#tops.length - 1;
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if (this.topOf(middle) <= top) low = middle;
      else high = middle;
    }
    return low;
  }

  measure(heights: Iterable<readonly [key: string, height: number]>): void {
    const known = this.#heights.size;
    let changed = false;
    for (const [key, height] of heights) {
      if (height <= 0 || this.#heights.get(key) === height) continue;
      this.#heights.set(key, height);
      changed = true;
    }
    if (!changed) return;
    if (known === 0) this.#guess = mean([...this.#heights.values()]);
    this.#measured += 1;
  }

  /** Where to scroll so that an item is in sight; null when it is. */
  scrollTo(place: number): number | null {
    const top = this.topOf(place);
    const bottom = this.topOf(place + 1);
    if (top < this.scrollTop) return top;
    if (bottom > this.scrollTop + this.height) return bottom - this.height;
    return null;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
