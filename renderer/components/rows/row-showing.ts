import type { Workplace } from '../../state/workplace/workplace.svelte.ts';

/** Milliseconds after which the row that arrows came to is shown: while they run, forms would lag behind. */
const delay = 120;

/** Shows the row that a person came to in the list; the focus stays in the list. */
export class RowShowing {
  readonly #workplace: Workplace;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(workplace: Workplace) {
    this.#workplace = workplace;
  }

  soon(row: string): void {
    this.stop();
    this.#waiting = setTimeout(() => this.now(row), delay);
  }

  now(row: string): void {
    this.stop();
    if (row !== this.#workplace.place) this.#workplace.show({ kind: 'row', row });
  }

  /** Something else comes first. */
  stop(): void {
    clearTimeout(this.#waiting);
  }
}
