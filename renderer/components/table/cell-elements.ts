/** The cell that an element stands in; null outside the table's rows. */
export function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
}

/** Identifier of the row that a cell stands in. */
export function rowOf(cell: HTMLElement): string {
  return cell.parentElement?.dataset['row'] ?? '';
}

/** Number of a cell's column, from 0. */
export function columnOf(cell: HTMLElement): number {
  return Number(cell.dataset['column']);
}

/** The button that opens a cell for writing; null while it is open. */
export function wayInto(cell: HTMLElement | null): HTMLElement | null {
  return cell?.querySelector<HTMLElement>(':scope > button') ?? null;
}

/** Where writing begins in a part of a cell: its first field, else its first button. */
export function firstField(part: Element): HTMLElement | null {
  return part.querySelector<HTMLElement>('textarea, input, select') ?? part.querySelector('button');
}
