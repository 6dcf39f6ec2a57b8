import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import type { ColumnField } from './field-names.ts';
import type { PlacedCell } from './placed-cell.ts';
import type { RowHead } from './repeated-row.ts';
import type { ReportColumn } from './report-column.ts';
import { columnOfCell } from './table-columns.ts';

/** A cell with its lines, empty ones too. */
export interface ReadCell {
  readonly cell: PlacedCell;
  readonly lines: readonly CellLine[];
}

/** Under null stands what is under no column. */
export type Cells = ReadonlyMap<ReportColumn | null, ReadCell>;

/** Number, title and section, which a writer may put again where the row goes on overleaf. */
export function isHead(column: ReportColumn | null): boolean {
  const head: readonly ColumnField[] = ['number', 'title', 'section'];
  return column !== null && column.fields.some((field) => head.includes(field));
}

export function linesIn(cells: Cells): ReadonlyMap<ReportColumn | null, readonly CellLine[]> {
  return new Map([...cells].map(([column, { lines }]) => [column, lines]));
}

export function headOf(
  columns: readonly ReportColumn[],
  lines: ReadonlyMap<ReportColumn | null, readonly CellLine[]>,
): RowHead {
  const under = (field: ColumnField): readonly CellLine[] => {
    const column = columns.find(({ fields }) => fields.includes(field));
    return (column === undefined ? undefined : lines.get(column)) ?? [];
  };
  return {
    number: under('number'),
    title: under('title'),
    filled: columns
      .filter((column) => !isHead(column))
      .map((column) => lines.get(column)?.some(hasText) ?? false),
  };
}

/** The cell of a column that holds sections and nothing else. */
export function sectionOf(
  cells: Cells,
  columns: readonly ReportColumn[],
): (ReadCell & { readonly column: ReportColumn }) | undefined {
  const column = columns.find(({ fields }) => fields.includes('section'));
  const cell = column === undefined ? undefined : cells.get(column);
  return column === undefined || cell === undefined ? undefined : { ...cell, column };
}

/** 〃 or 同上: the section of the row above. */
export function saysSame({ column, lines }: { column: ReportColumn; lines: readonly CellLine[] }): boolean {
  const text = lines.map((line) => line.text.trim()).join('');
  return column.fields.length === 1 && /^(?:[〃”″"々]|同上|同)$/u.test(text);
}

/** A row’s cells by the columns under which they stand; several under one are one. */
export function cellsByColumn(
  cells: readonly PlacedCell[],
  columns: readonly ReportColumn[],
): Map<ReportColumn | null, ReadCell> {
  const found = new Map<ReportColumn | null, ReadCell>();
  for (const cell of cells) {
    const column = columnOfCell(cell, columns);
    const before = found.get(column);
    const lines = linesOf(cell.blocks);
    found.set(column, { cell: before?.cell ?? cell, lines: [...(before?.lines ?? []), ...lines] });
  }
  return found;
}

/** The cell under the column that holds a field, alone or with others. */
export function cellWith(
  cells: Cells,
  columns: readonly ReportColumn[],
  field: ColumnField,
): ReadCell | undefined {
  const column = columns.find(({ fields }) => fields.includes(field));
  return column === undefined ? undefined : cells.get(column);
}
