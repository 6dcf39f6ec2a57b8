/** Which cell of one row of the table on show is open for writing: a column from 0, or null. */
export class OpenColumn {
  current: number | null = $state(null);
}

/**
 * The one cell of the table that is open for writing.
 *
 * Every row has a small holder of its own, so that opening a cell draws that row anew and the one
 * before it, and none of the other 1,500.
 */
export class TableCursor {
  readonly #rows = new Map<string, OpenColumn>();
  #open: { readonly row: string; readonly holder: OpenColumn } | null = null;

  /** The row's holder, for the row to draw itself by. */
  of(row: string): OpenColumn {
    const known = this.#rows.get(row);
    if (known !== undefined) return known;
    const holder = new OpenColumn();
    this.#rows.set(row, holder);
    return holder;
  }

  isOpen(row: string, column: number): boolean {
    return this.#open?.row === row && this.#open.holder.current === column;
  }

  open(row: string, column: number): void {
    this.close();
    const holder = this.of(row);
    holder.current = column;
    this.#open = { row, holder };
  }

  close(): void {
    if (this.#open !== null) this.#open.holder.current = null;
    this.#open = null;
  }
}
