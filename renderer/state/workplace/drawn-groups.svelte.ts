/** Groups of rows that stay drawn: all of a usual report, and what surrounds the screen in a long one. */
const most = 12;

/**
 * Which groups of a table's rows are drawn.
 *
 * A browser looks through every element of a page at each key, also through those that it does not
 * lay out: 1,500 rows, all drawn, cost a key more than the writing itself. So rows are drawn before
 * they come into sight, stay while there is room, and leave their group's height behind.
 */
export class DrawnGroups {
  #drawn: ReadonlySet<number> = $state.raw(new Set([0, 1]));
  #near: ReadonlySet<number> = new Set([0]);
  readonly #pinned: () => number;

  /** `pinned`: the group that a person is in, which is always drawn; -1 for none. */
  constructor(pinned: () => number) {
    this.#pinned = pinned;
  }

  has(group: number): boolean {
    return group === this.#pinned() || this.#drawn.has(group);
  }

  /** Draws a group that is to be gone to, and its neighbours. */
  reach(group: number): void {
    this.#draw([group - 1, group, group + 1]);
  }

  /** Groups have come near the screen (true) or have gone far from it (false). */
  sight(moved: ReadonlyMap<number, boolean>): void {
    this.#near = new Set([
      ...[...this.#near].filter((group) => moved.get(group) !== false),
      ...[...moved].flatMap(([group, isNear]) => (isNear ? [group] : [])),
    ]);
    this.#draw([...this.#near]);
  }

  /** Draws on around the screen while nothing else is to be done; returns the way to stop. */
  drawRest(groups: number): () => void {
    let asked = 0;
    const goOn = (): void => {
      const next = this.#drawn.size < most ? this.#nearestOf(range(groups)) : undefined;
      if (next === undefined) return;
      // One group in an idle period keeps every period shorter than a frame.
      this.#draw([next]);
      ask();
    };
    const ask = (): void => {
      asked = requestIdleCallback(goOn, { timeout: 1_000 });
    };
    ask();
    return () => cancelIdleCallback(asked);
  }

  #draw(groups: readonly number[]): void {
    const wanted = new Set([...this.#near, ...groups, this.#pinned()].filter((group) => group >= 0));
    const drawn = new Set([...this.#drawn, ...wanted]);
    const others = [...drawn]
      .filter((group) => !wanted.has(group))
      .toSorted((one, other) => this.#distance(one) - this.#distance(other));
    for (const far of others.slice(Math.max(0, most - wanted.size))) drawn.delete(far);
    const same = drawn.size === this.#drawn.size && [...drawn].every((group) => this.#drawn.has(group));
    if (!same) this.#drawn = drawn;
  }

  #nearestOf(groups: readonly number[]): number | undefined {
    return groups
      .filter((group) => !this.has(group))
      .toSorted((one, other) => this.#distance(one) - this.#distance(other))[0];
  }

  /** Groups between this one and the nearest on the screen. */
  #distance(group: number): number {
    return Math.min(...[...this.#near].map((near) => Math.abs(group - near)));
  }
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}
