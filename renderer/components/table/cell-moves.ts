/**
 * Where a key leads from a cell of the table on show; null for keys that lead nowhere.
 *
 * The table is the page's own elements: groups of rows, whose cells are their children in order.
 */
export function cellAfterKey(cell: HTMLElement, event: KeyboardEvent): HTMLElement | null {
  const row = cell.parentElement;
  if (row === null || event.altKey || event.shiftKey || event.metaKey) return null;
  const column = [...row.children].indexOf(cell);
  const table = row.parentElement?.parentElement;
  switch (event.key) {
    case 'ArrowLeft':
      return element(cell.previousElementSibling);
    case 'ArrowRight':
      return element(cell.nextElementSibling);
    case 'ArrowUp':
      return element(rowBeside(row, -1)?.children[column]);
    case 'ArrowDown':
      return element(rowBeside(row, 1)?.children[column]);
    case 'Home':
      return element((event.ctrlKey ? table?.querySelector('[data-row]') : row)?.firstElementChild);
    case 'End':
      return element((event.ctrlKey ? table?.lastElementChild?.lastElementChild : row)?.lastElementChild);
    default:
      return null;
  }
}

/** The next or previous cell in reading order; null at either end of the table. */
export function cellBeside(cell: HTMLElement, by: 1 | -1): HTMLElement | null {
  const row = cell.parentElement;
  return by === 1
    ? element(cell.nextElementSibling ?? rowBeside(row, 1)?.firstElementChild)
    : element(cell.previousElementSibling ?? rowBeside(row, -1)?.lastElementChild);
}

/** True when Tab (or Shift+Tab) would leave the cell: the focus is in its last (or first) field. */
export function isAtEdge(cell: HTMLElement, focused: Element, by: 1 | -1): boolean {
  const stops = [
    ...cell.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]'),
  ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
  return stops.at(by === 1 ? -1 : 0) === focused;
}

function rowBeside(row: Element | null, by: 1 | -1): Element | null | undefined {
  return by === 1
    ? (row?.nextElementSibling ?? row?.parentElement?.nextElementSibling?.firstElementChild)
    : (row?.previousElementSibling ?? row?.parentElement?.previousElementSibling?.lastElementChild);
}

function element(found: Element | null | undefined): HTMLElement | null {
  return found instanceof HTMLElement ? found : null;
}
