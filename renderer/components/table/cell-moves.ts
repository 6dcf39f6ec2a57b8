/**
 * Where a key leads from a cell of the table on show; null for keys that lead nowhere.
 *
 * The table is the page's own elements: a row's cells are its children in order.
 */
export function cellAfterKey(cell: HTMLElement, event: KeyboardEvent): HTMLElement | null {
  const row = cell.parentElement;
  if (row === null || event.altKey || event.shiftKey || event.metaKey) return null;
  const column = [...row.children].indexOf(cell);
  const rows = row.parentElement;
  switch (event.key) {
    case 'ArrowLeft':
      return element(cell.previousElementSibling);
    case 'ArrowRight':
      return element(cell.nextElementSibling);
    case 'ArrowUp':
      return element(row.previousElementSibling?.children[column]);
    case 'ArrowDown':
      return element(row.nextElementSibling?.children[column]);
    case 'Home':
      return element((event.ctrlKey ? rows?.firstElementChild : row)?.firstElementChild);
    case 'End':
      return element((event.ctrlKey ? rows?.lastElementChild : row)?.lastElementChild);
    default:
      return null;
  }
}

/** The next or previous cell in reading order; null at either end of the table. */
export function cellBeside(cell: HTMLElement, by: 1 | -1): HTMLElement | null {
  const row = cell.parentElement;
  return by === 1
    ? element(cell.nextElementSibling ?? row?.nextElementSibling?.firstElementChild)
    : element(cell.previousElementSibling ?? row?.previousElementSibling?.lastElementChild);
}

/** True when Tab (or Shift+Tab) would leave the cell: the focus is in its last (or first) field. */
export function isAtEdge(cell: HTMLElement, focused: Element, by: 1 | -1): boolean {
  const stops = [
    ...cell.querySelectorAll<HTMLElement>('input, textarea, select, button, a[href], [tabindex]'),
  ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
  return stops.at(by === 1 ? -1 : 0) === focused;
}

function element(found: Element | null | undefined): HTMLElement | null {
  return found instanceof HTMLElement ? found : null;
}
