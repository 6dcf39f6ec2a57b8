/** A cell of the table on show: its row's place in the report and its column, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns the table has. */
export interface TableSize {
  readonly rows: number;
  readonly columns: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Rows that PageUp and PageDown pass over. */
const pageOfRows = 5;

/** Where a key leads from a cell of the table on show; null for keys that lead nowhere. */
export function placeAfterKey({ row, column }: CellPlace, key: Key, size: TableSize): CellPlace | null {
  if (key.altKey || key.shiftKey || key.metaKey) return null;
  switch (key.key) {
    case 'ArrowLeft':
      return within({ row, column: column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: column + 1 }, size);
    case 'ArrowUp':
      return within({ row: row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: row + 1, column }, size);
    case 'PageUp':
      return { row: Math.max(0, row - pageOfRows), column };
    case 'PageDown':
      return { row: Math.min(size.rows - 1, row + pageOfRows), column };
    case 'Home':
      return within({ row: key.ctrlKey ? 0 : row, column: 0 }, size);
    case 'End':
      return within({ row: key.ctrlKey ? size.rows - 1 : row, column: size.columns - 1 }, size);
    default:
      return null;
  }
}

/** The next or previous cell in reading order; null at either end of the table. */
export function placeBeside({ row, column }: CellPlace, by: 1 | -1, size: TableSize): CellPlace | null {
  const beside = within({ row, column: column + by }, size);
  return beside ?? within({ row: row + by, column: by === 1 ? 0 : size.columns - 1 }, size);
}

/** True when Tab (or Shift+Tab) would leave the cell: the focus is in its last (or first) field. */
export function isAtEdge(cell: HTMLElement, focused: Element, by: 1 | -1): boolean {
  const stops = [
    ...cell.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]'),
  ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
  return stops.at(by === 1 ? -1 : 0) === focused;
}

function within(place: CellPlace, { rows, columns }: TableSize): CellPlace | null {
  const { row, column } = place;
  return row >= 0 && row < rows && column >= 0 && column < columns ? place : null;
}
