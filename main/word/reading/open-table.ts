import { untracked, type Block, type Cell, type Row, type Table, type Tracked } from './word-document.ts';

/** No table of Word's has more columns (ECMA-376 17.4.17 leaves it open; Word stops at 63). */
const mostColumns = 63;

/** A table while it is being read. */
export class OpenTable {
  readonly #rows: Row[] = [];
  #row: OpenRow | null = null;

  get row(): OpenRow | null {
    return this.#row;
  }

  openRow(): void {
    this.#row = new OpenRow();
  }

  closeRow(): void {
    if (this.#row !== null) this.#rows.push(this.#row.value());
    this.#row = null;
  }

  value(): Table {
    return { kind: 'table', rows: this.#rows };
  }
}

export class OpenRow {
  readonly #cells: Cell[] = [];
  #cell: OpenCell | null = null;
  #column = 0;
  heading = false;
  hidden = false;
  tracked: Tracked = untracked;

  get cell(): OpenCell | null {
    return this.#cell;
  }

  /** Columns of the grid that the row leaves out at its start. */
  skip(columns: string | undefined): void {
    this.#column += countOf(columns, 0);
  }

  openCell(): Block[] {
    this.#cell = new OpenCell();
    return this.#cell.blocks;
  }

  closeCell(): void {
    if (this.#cell === null) return;
    const { blocks, span, merge, tracked } = this.#cell;
    this.#cells.push({ blocks, column: this.#column, span, merge, tracked });
    this.#column += span;
    this.#cell = null;
  }

  value(): Row {
    return { cells: this.#cells, heading: this.heading, hidden: this.hidden, tracked: this.tracked };
  }
}

class OpenCell {
  readonly blocks: Block[] = [];
  span = 1;
  merge: Cell['merge'] = 'none';
  tracked: Tracked = untracked;

  spanOf(columns: string | undefined): void {
    this.span = countOf(columns, 1);
  }

  mergeOf(value: string | undefined): void {
    this.merge = value === 'restart' ? 'start' : 'continued';
  }
}

function countOf(columns: string | undefined, least: number): number {
  const count = Number.parseInt(columns ?? '', 10);
  return count >= least ? Math.min(count, mostColumns) : least;
}
