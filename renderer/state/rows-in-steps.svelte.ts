/** Rows that are drawn at once: more than a screen holds. */
const firstRows = 20;
/** Rows that are added in one breath of idle time. */
const nextRows = 20;

/**
 * How many rows of a long report are drawn.
 *
 * The first screen comes at once and the rest while nothing else is to be done, so that a report of
 * 1,500 rows can be written in as soon as one of 15.
 */
export class RowsInSteps {
  drawn = $state(firstRows);
  readonly #all: () => number;

  constructor(all: () => number) {
    this.#all = all;
  }

  /** Draws at least up to a row that is to be shown. */
  reach(place: number): void {
    this.drawn = Math.max(this.drawn, place + firstRows);
  }

  /** Goes on until every row is drawn; returns the way to stop. */
  drawRest(): () => void {
    let asked = 0;
    const goOn = (deadline: IdleDeadline): void => {
      // One step in an idle period keeps every period shorter than a frame.
      if (deadline.timeRemaining() > 0 || deadline.didTimeout) this.drawn += nextRows;
      if (this.drawn < this.#all()) ask();
      // Rows that are added later are drawn with the others.
      else this.drawn = Number.POSITIVE_INFINITY;
    };
    const ask = (): void => {
      asked = requestIdleCallback(goOn, { timeout: 1_000 });
    };
    ask();
    return () => cancelIdleCallback(asked);
  }
}
