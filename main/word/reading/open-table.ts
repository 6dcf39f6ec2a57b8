import type { Rgb } from './look/colour.ts';
import type { RunLook } from './look/run-look.ts';
import type { Ground } from './look/shading.ts';
import type { Styles } from './styles.ts';
import { millimetresOf } from './paper.ts';
import { untracked, type Block, type Cell, type Row, type Table, type Tracked } from './word-document.ts';

/** No table of Word's has more columns (ECMA-376 17.4.17 leaves it open; Word stops at 63). */
const mostColumns = 63;

/** A table while it is being read. */
export class OpenTable {
  readonly #rows: Row[] = [];
  readonly #grid: number[] = [];
  #row: OpenRow | null = null;
  style: string | null = null;
  ground: Ground | null = null;
  /** Points by which it is moved to the right, and whether it floats off the paper. */
  indent = 0;
  floatsOff = false;
  /** The style sets off the first row from the others. */
  headsRows = false;

  get row(): OpenRow | null {
    return this.#row;
  }

  /** A column of its grid; further ones than a table can have are not taken. */
  gridColumn(width: string | undefined): void {
    if (this.#grid.length < mostColumns) this.#grid.push(millimetresOf(width) ?? 0);
  }

  openRow(): void {
    this.#row = new OpenRow(this.#rows.length === 0);
  }

  closeRow(): void {
    if (this.#row !== null) this.#rows.push(this.#row.value());
    this.#row = null;
  }

  value(): Table {
    const hasGrid = this.#grid.some((width) => width > 0);
    return { kind: 'table', rows: this.#rows, ...(hasGrid ? { grid: this.#grid } : {}) };
  }

  /** What the table's style says of the text of the open row, nearest first. */
  looks(styles: Styles): readonly RunLook[] {
    return this.style === null ? [] : styles.tableLookOf(this.style, this.#atHead).looks;
  }

  /** What may lie behind the text of the open cell; empty where nothing does. */
  grounds(styles: Styles): readonly Rgb[] {
    for (const ground of [this.#row?.cell?.ground, this.ground]) {
      if (ground !== undefined && ground !== null && ground !== 'none') return [ground];
    }
    return this.style === null ? [] : styles.tableLookOf(this.style, this.#atHead).grounds;
  }

  get #atHead(): boolean {
    return this.headsRows && (this.#row?.isFirst === true || this.#row?.heading === true);
  }
}

export class OpenRow {
  readonly #cells: Cell[] = [];
  #cell: OpenCell | null = null;
  #column = 0;
  readonly isFirst: boolean;
  /** Points that the cells before the open one are wide. */
  before = 0;
  heading = false;
  /** Points; null for a row that grows with its text. */
  exactHeight: number | null = null;
  hidden = false;
  tracked: Tracked = untracked;

  constructor(isFirst: boolean) {
    this.isFirst = isFirst;
  }

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
    // Lists that grew one by one hold room for sixteen more, and a table has a hundred thousand of them.
    this.#cells.push({ blocks: blocks.slice(), column: this.#column, span, merge, tracked });
    this.#column += span;
    this.before += this.#cell.width ?? 0;
    this.#cell = null;
  }

  value(): Row {
    return {
      cells: this.#cells.slice(),
      heading: this.heading,
      hidden: this.hidden,
      tracked: this.tracked,
    };
  }
}

class OpenCell {
  readonly blocks: Block[] = [];
  ground: Ground | null = null;
  /** Points; null where the file does not say it. */
  width: number | null = null;
  /** Points of height that its text takes up to here, at least. */
  used = 0;
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
