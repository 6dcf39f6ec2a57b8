/** A cell of the table on show: its row's identifier and its column from 0. */
export interface TablePlace {
  readonly row: string;
  readonly column: number;
}

/** The cell of one row that a person is at, and whether they write in it; null while they are elsewhere. */
export class CellInHand {
  current: { readonly column: number; readonly writing: boolean } | null = $state.raw(null);
}

/**
 * The one cell of the table that a person is at: selected first, written in then.
 *
 * A selected cell's field has the focus already, unseen: an input method composes only where a text
 * can be written, and asks for that place before the first key is heard. Writing begins in the same
 * element, so that nothing is carried over and nothing is lost.
 *
 * Every row has a small holder of its own, so that going to a cell draws that row anew and the one
 * before it, and none of the other 1,500.
 */
export class TableCursor {
  readonly #rows = new Map<string, CellInHand>();
  #place: TablePlace | null = null;

  /** The row's holder, for the row to draw itself by. */
  of(row: string): CellInHand {
    const known = this.#rows.get(row);
    if (known !== undefined) return known;
    const holder = new CellInHand();
    this.#rows.set(row, holder);
    return holder;
  }

  /** Null before a person has been in the table. */
  get place(): TablePlace | null {
    return this.#place;
  }

  get isWriting(): boolean {
    return this.#place !== null && this.of(this.#place.row).current?.writing === true;
  }

  isAt({ row, column }: TablePlace): boolean {
    return this.#place?.row === row && this.#place.column === column;
  }

  select(place: TablePlace): void {
    this.#put(place, false);
  }

  write(place: TablePlace): void {
    this.#put(place, true);
  }

  #put(place: TablePlace, writing: boolean): void {
    if (this.#place !== null && this.#place.row !== place.row) this.of(this.#place.row).current = null;
    this.#place = place;
    const holder = this.of(place.row);
    const { current } = holder;
    if (current?.column === place.column && current.writing === writing) return;
    holder.current = { column: place.column, writing };
  }
}
