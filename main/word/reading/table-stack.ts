import type { Rgb } from './look/colour.ts';
import type { RunLook } from './look/run-look.ts';
import { OpenTable, type OpenRow } from './open-table.ts';
import type { Styles } from './styles.ts';

/** The tables that are open where a file is being read, each in a cell of the one before. */
export class TableStack {
  readonly #styles: Styles;
  readonly #tables: OpenTable[] = [];
  /** How many tables lay around each open box of text. */
  readonly #boxes: number[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  get table(): OpenTable | null {
    return this.#tables.at(-1) ?? null;
  }

  get row(): OpenRow | null {
    return this.table?.row ?? null;
  }

  open(): void {
    this.#tables.push(new OpenTable());
  }

  close(): OpenTable | null {
    return this.#tables.pop() ?? null;
  }

  openBox(): void {
    this.#boxes.push(this.#tables.length);
  }

  closeBox(): void {
    this.#boxes.pop();
  }

  /** The row of fixed height that the text stands in; null for one that grows. */
  get fixedRow(): OpenRow | null {
    const row = this.#tables.length > this.#outsideOfBox ? this.row : null;
    return row === null || row.exactHeight === null ? null : row;
  }

  /** The cell that the text stands in, with how far right of the page's text it begins; null outside of cells. */
  get placedCell(): {
    readonly start: number;
    readonly width: number | null;
    readonly off: boolean;
  } | null {
    const open = this.#tables.slice(this.#outsideOfBox);
    const cell = open.at(-1)?.row?.cell;
    if (!cell) return null;
    const start = open.reduce((sum, { indent, row }) => sum + indent + (row?.before ?? 0), 0);
    return { start, width: cell.width, off: open.some(({ floatsOff }) => floatsOff) };
  }

  get inBox(): boolean {
    return this.#boxes.length > 0;
  }

  /** Looks that the table's style gives to the text, nearest first. */
  get looks(): readonly RunLook[] {
    return this.table?.looks(this.#styles) ?? [];
  }

  /** What may lie behind the text; empty for the page. Null in a box, whose filling is not read. */
  get behind(): readonly Rgb[] | null {
    for (let at = this.#tables.length - 1; at >= this.#outsideOfBox; at -= 1) {
      const grounds = this.#tables[at]?.grounds(this.#styles) ?? [];
      if (grounds.length > 0) return grounds;
    }
    return this.#boxes.length > 0 ? null : [];
  }

  get #outsideOfBox(): number {
    return this.#boxes.at(-1) ?? 0;
  }
}
