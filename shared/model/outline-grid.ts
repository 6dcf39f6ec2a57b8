import type { Form } from './form.ts';
import { sheetGrid } from './forms/sheet-grid.ts';
import type { Outline, OutlineCell, OutlinePlace } from './outline.ts';

interface Placed {
  readonly place?: OutlinePlace;
}

/** A cell on one of its row's lines. `opens` and `goes-on`: of a cell over several lines the first, and the others. */
export interface LineCell<Cell extends Placed = OutlineCell> {
  readonly cell: Cell;
  readonly column: number;
  readonly columns: number;
  readonly merge: 'none' | 'opens' | 'goes-on';
}

/** The cells of a row line by line, each line from left to right: what a table of lines and columns holds. */
export function linesOfRow<Cell extends Placed>({
  cells,
  lines = 1,
}: {
  readonly cells: readonly Cell[];
  readonly lines?: number;
}): LineCell<Cell>[][] {
  const rows: LineCell<Cell>[][] = Array.from({ length: lines }, () => []);
  cells.forEach((cell, at) => {
    const {
      column,
      columns,
      line,
      lines: over,
    } = cell.place ?? { column: at, columns: 1, line: 0, lines: 1 };
    for (let step = 0; step < over; step += 1) {
      const merge = over === 1 ? 'none' : step === 0 ? 'opens' : 'goes-on';
      rows[line + step]?.push({ cell, column, columns, merge });
    }
  });
  // Cells come column by column; those of a line stand side by side.
  return rows.map((row) => row.toSorted((one, other) => one.column - other.column));
}

/** The columns of a form's table, from left to right: those of the form, or the finer ones of its sheets. */
export function gridOf(form: Form): Outline['columns'] {
  const { columns, shape } = form;
  if (shape?.kind === 'sheet')
    return sheetGrid(form, shape).widths.map((width) => ({ heading: [], width }));
  return columns.map(({ heading, width }) => ({ heading, width }));
}
