import type { TableCursor } from '../../state/workplace/table-cursor.svelte.ts';
import { isCommand } from '../../writing/is-command.ts';
import type { CellClipboard } from './cell-clipboard.ts';
import { borderAbove, cellOf, placeOfCell, waitingText } from './cell-elements.ts';
import { isAtEdge, placeAfterKey, placeBeside } from './cell-moves.ts';
import type { CellWalk } from './cell-walk.ts';

interface TableUnderHand {
  readonly cursor: TableCursor;
  readonly walk: CellWalk;
  readonly clipboard: CellClipboard;
  /** Selects a cell and shows what can be done with its row, at a place on the screen in pixels. */
  readonly openMenu: (cell: HTMLElement, at: { readonly left: number; readonly top: number }) => void;
}

/**
 * What keys, mouse and input method do in the table.
 *
 * The table hears them before its fields do: in a selected cell they go from cell to cell, in one that
 * is written in they are the field's.
 */
export class CellInput {
  readonly #table: TableUnderHand;

  constructor(table: TableUnderHand) {
    this.#table = table;
  }

  readonly click = (event: MouseEvent): void => {
    const { target } = event;
    const cell = cellOf(target);
    // Whoever marks text in a cell wants to copy it.
    if (cell === null || !(target instanceof Element) || getSelection()?.isCollapsed === false) return;
    // A press on a field, or on what ends the writing, is theirs.
    if (target.closest('.fields') !== null) return;
    if (isNumber(cell)) this.#openMenu(cell);
    else {
      const part = target.closest<HTMLElement>('[data-field]');
      this.#table.walk.write(placeOfCell(cell), part?.dataset['field']);
    }
  };

  readonly press = (event: KeyboardEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null || !(event.target instanceof Element) || !isCommand(event)) return;
    const taken = this.#isWrittenIn(cell)
      ? this.#pressInText(event, cell, event.target)
      : this.#pressOnCell(event, cell);
    if (!taken) return;
    event.preventDefault();
    // The same keys mean other things in a field, and outside the table.
    event.stopPropagation();
  };

  /** A text changes by whatever way: a key, an input method that has begun to compose, a spoken word. */
  readonly change = (event: Event): void => {
    const cell = cellOf(event.target);
    if (cell !== null && event.target === waitingText(cell)) this.#table.walk.goOn(placeOfCell(cell));
  };

  readonly copy = (event: ClipboardEvent): void => this.#withSelected(event, 'copy');
  readonly cut = (event: ClipboardEvent): void => this.#withSelected(event, 'cut');
  readonly paste = (event: ClipboardEvent): void => this.#withSelected(event, 'paste');

  /** The right button, and the keys for it: a text that is written in or marked keeps the browser's own menu. */
  readonly ask = (event: MouseEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null || this.#isWrittenIn(cell) || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    // Asked for by a key, it is of no place.
    if (event.button === 2) this.#table.openMenu(cell, { left: event.clientX, top: event.clientY });
    else this.#openMenu(cell);
  };

  /** Opens the menu of a cell's row at the cell. */
  #openMenu(cell: HTMLElement): void {
    const { left, top } = cell.getBoundingClientRect();
    this.#table.openMenu(cell, { left: left + 24, top: Math.max(0, top) + 32 });
  }

  #withSelected(event: ClipboardEvent, what: 'copy' | 'cut' | 'paste'): void {
    const cell = cellOf(event.target);
    if (cell === null || event.target !== waitingText(cell)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#table.clipboard[what](placeOfCell(cell), event.clipboardData);
  }

  #isWrittenIn(cell: HTMLElement): boolean {
    const { cursor } = this.#table;
    return cursor.isWriting && cursor.isAt(placeOfCell(cell));
  }

  /** True for keys that are the table's. */
  #pressInText(event: KeyboardEvent, cell: HTMLElement, focused: Element): boolean {
    const { walk } = this.#table;
    const place = walk.numbersOf(placeOfCell(cell));
    switch (event.key) {
      case 'Escape':
        walk.leaveTo(place);
        return true;
      case 'Tab': {
        const by = event.shiftKey ? -1 : 1;
        const next = isAtEdge(cell, focused, by) ? placeBeside(place, by, walk.size) : null;
        if (next !== null) walk.leaveTo(next);
        return next !== null;
      }
      case 'F2':
        // One writes already.
        return !isHeldDown(event);
      default:
        return false;
    }
  }

  #pressOnCell(event: KeyboardEvent, cell: HTMLElement): boolean {
    const { walk, clipboard } = this.#table;
    const place = placeOfCell(cell);
    const next = placeAfterKey(walk.numbersOf(place), event, walk.size);
    if (next !== null) {
      walk.goTo(next);
      return true;
    }
    if (event.key === 'ArrowUp' && !event.shiftKey && !isHeldDown(event)) {
      // Above the first row stands the border of the column.
      borderAbove(cell)?.focus();
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      this.#openMenu(cell);
      return true;
    }
    if (isHeldDown(event)) return event.target === waitingText(cell) && movesCaret(event);
    switch (event.key) {
      case 'F2':
      case 'Enter':
        if (isNumber(cell)) this.#openMenu(cell);
        else walk.write(place);
        return true;
      case 'Delete':
      case 'Backspace':
        clipboard.clear(place);
        return true;
      default:
        return event.target === waitingText(cell) && movesCaret(event);
    }
  }
}

function isNumber(cell: HTMLElement): boolean {
  return cell.getAttribute('role') === 'rowheader';
}

function isHeldDown({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

/** Keys that would move an unseen caret, mark unseen text or move unseen lines. */
function movesCaret({ key, altKey, ctrlKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey && shiftKey) return false;
  return /^(?:Arrow|Home$|End$)/.test(key) || (ctrlKey && !altKey && key.toLowerCase() === 'a');
}
