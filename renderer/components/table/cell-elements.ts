import type { TablePlace } from '../../state/workplace/table-cursor.svelte.ts';

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

/** Where a cell stands. */
export function placeOfCell(cell: HTMLElement): TablePlace {
  return { row: rowOf(cell), column: columnOf(cell) };
}

/** The element of a cell whose row is drawn. */
export function cellAt({ row, column }: TablePlace): HTMLElement | null {
  const element = document.getElementById(`${row}-row`);
  return element?.querySelector<HTMLElement>(`:scope > [data-column="${column}"]`) ?? null;
}

/** The border of a cell's column, among the table's headings; null for a column that has none. */
export function borderAbove(cell: HTMLElement): HTMLElement | null {
  const headings = cell.closest('[role="table"]')?.querySelectorAll('[role="columnheader"]');
  return headings?.[columnOf(cell)]?.querySelector<HTMLElement>('[role="separator"]') ?? null;
}

/** The button that leads into a cell; null while its fields are drawn. */
export function wayInto(cell: HTMLElement | null): HTMLElement | null {
  return cell?.querySelector<HTMLElement>(':scope > button') ?? null;
}

/** Where writing begins in a part of a cell: its first field, else its first button. */
export function firstField(part: Element): HTMLElement | null {
  return part.querySelector<HTMLElement>('textarea, input, select') ?? part.querySelector('button');
}

type TextElement = HTMLTextAreaElement | HTMLInputElement;

/** The text of a selected cell that waits, unseen, for what is typed; null in cells without one, or while one writes. */
export function waitingText(cell: HTMLElement | null): TextElement | null {
  return cell?.querySelector<TextElement>(':scope > .wait :is(textarea, input[type="text"])') ?? null;
}

/** Makes the text of a selected cell ready: what is typed goes on behind what stands there. */
export function letWait(text: TextElement, name: string): void {
  text.dataset['waits'] = '';
  // Its own name says neither the row nor the other fields of the cell.
  text.setAttribute('aria-label', name);
  putCaretAtEnd(text);
}

/** Writing begins: the text is a field like any other. */
export function endWait(text: TextElement): void {
  delete text.dataset['waits'];
  text.removeAttribute('aria-label');
}

export function putCaretAtEnd(text: TextElement): void {
  text.setSelectionRange(text.value.length, text.value.length);
}
