import { flushSync, tick } from 'svelte';
import type { ReportEditor } from '../../state/editing/report-editor.svelte.ts';
import type { DrawnGroups } from '../../state/workplace/drawn-groups.svelte.ts';
import type { TableCursor } from '../../state/workplace/table-cursor.svelte.ts';
import type { Workplace } from '../../state/workplace/workplace.svelte.ts';
import { isCommand } from '../../writing/is-command.ts';
import { cellOf, columnOf, firstField, rowOf, wayInto } from './cell-elements.ts';
import { isAtEdge, placeAfterKey, placeBeside, type CellPlace, type TableSize } from './cell-moves.ts';
import { groupOf } from './row-groups.ts';

/** What is walked through. */
interface TableOnShow {
  /** Undefined before it is drawn. */
  readonly element: () => HTMLElement | undefined;
  readonly editor: ReportEditor;
  readonly workplace: Workplace;
  readonly cursor: TableCursor;
  readonly drawn: DrawnGroups;
  readonly columns: () => number;
}

/** How a person goes from cell to cell by keys and mouse, opens one and leaves it. Tab stops at one cell. */
export class CellWalk {
  readonly #table: TableOnShow;
  /** The row that the focus in the table has told the workplace of. */
  #followed: string | null = null;
  #stop: HTMLElement | null = null;

  constructor(table: TableOnShow) {
    this.#table = table;
  }

  readonly click = (event: MouseEvent): void => {
    const cell = cellOf(event.target);
    // Whoever marks text in a cell wants to copy it.
    if (cell === null || getSelection()?.isCollapsed === false) return;
    const part = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null;
    void this.#open(cell, part?.dataset['field']);
  };

  readonly press = (event: KeyboardEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null || !(event.target instanceof Element) || !isCommand(event)) return;
    const place = this.#placeOf(cell);
    if (event.target === wayInto(cell)) {
      const next = placeAfterKey(place, event, this.#size);
      if (next !== null) this.#goTo(next);
      else if (event.key === 'F2') void this.#open(cell, undefined);
      else return;
    } else if (event.key === 'Escape') {
      this.#leaveTo(place);
    } else if (event.key === 'Tab' && isAtEdge(cell, event.target, event.shiftKey ? -1 : 1)) {
      const next = placeBeside(place, event.shiftKey ? -1 : 1, this.#size);
      if (next === null) return;
      this.#leaveTo(next);
    } else return;
    event.preventDefault();
    // The same keys mean other things outside the table.
    event.stopPropagation();
  };

  readonly arrive = (event: FocusEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null) return;
    if (event.target === wayInto(cell)) this.#stopAt(event.target as HTMLElement);
    if (rowOf(cell) !== this.#followed) this.#follow(rowOf(cell));
  };

  /** Ends writing in the open cell; the focus stays at it. */
  close(): void {
    const cell = this.#openCell();
    if (cell !== null) this.#leaveTo(this.#placeOf(cell));
  }

  /** A row was chosen elsewhere: it comes into sight, and the focus to it unless a text is being written. */
  async show(row: string, at: number): Promise<void> {
    if (at < 0 || row === this.#followed) return;
    this.#table.drawn.reach(groupOf(at));
    await tick();
    const element = document.getElementById(`${row}-row`);
    const way = wayInto(element?.querySelector<HTMLElement>('.title') ?? null);
    if (element === null || way === null) return;
    this.#stopAt(way);
    element.scrollIntoView({ block: 'nearest' });
    const focused = document.activeElement;
    const writes = focused?.matches('input, textarea, select, [role="dialog"] *') ?? false;
    if (!writes && this.#followed !== null) way.focus({ preventScroll: true });
    this.#followed = row;
  }

  /**
   * Rows may have been drawn anew, or be gone.
   *
   * The focus in a row that changed groups is lost: it goes back to the open cell. And where the
   * stop of Tab went with its row, the first cell takes its place.
   */
  async mend(): Promise<void> {
    await tick();
    const table = this.#table.element();
    if (table === undefined) return;
    if (document.activeElement === document.body) {
      const cell = this.#openCell();
      if (cell !== null) firstField(cell)?.focus();
    }
    if (this.#stop?.isConnected === true) return;
    const first = table.querySelector<HTMLElement>('[data-column] > button');
    if (first !== null) this.#stopAt(first);
  }

  get #size(): TableSize {
    return { rows: this.#table.editor.content.rows.length, columns: this.#table.columns() };
  }

  #placeOf(cell: HTMLElement): CellPlace {
    return { row: this.#table.editor.content.placeOf(rowOf(cell)), column: columnOf(cell) };
  }

  /** The element of a cell whose row is drawn. */
  #cellAt({ row, column }: CellPlace): HTMLElement | null {
    const id = this.#table.editor.content.rows[row]?.id ?? '';
    return (
      document
        .getElementById(`${id}-row`)
        ?.querySelector<HTMLElement>(`:scope > [data-column="${column}"]`) ?? null
    );
  }

  #openCell(): HTMLElement | null {
    const row = this.#table.element()?.querySelector<HTMLElement>('[data-open]') ?? null;
    return row?.querySelector<HTMLElement>(`:scope > [data-column="${row.dataset['open']}"]`) ?? null;
  }

  async #open(cell: HTMLElement, field: string | undefined): Promise<void> {
    const { cursor } = this.#table;
    const [row, column] = [rowOf(cell), columnOf(cell)];
    if (cursor.isOpen(row, column)) return;
    this.#letGo();
    cursor.open(row, column);
    this.#follow(row);
    await tick();
    cell.querySelector('[data-panel]')?.scrollIntoView({ block: 'nearest' });
    const part = field === undefined ? null : cell.querySelector(`[data-field="${field}"]`);
    firstField(part ?? cell)?.focus();
  }

  #goTo(place: CellPlace): void {
    // The row may be far out of sight and not drawn yet.
    this.#table.drawn.reach(groupOf(place.row));
    flushSync();
    wayInto(this.#cellAt(place))?.focus();
  }

  /** Closes the open cell and goes to another, or stays at it. */
  #leaveTo(place: CellPlace): void {
    this.#letGo();
    this.#table.cursor.close();
    this.#goTo(place);
  }

  /** A field hears that it is left while it still stands on the page, and what was typed is stored. */
  #letGo(): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && this.#table.element()?.contains(focused) === true) focused.blur();
    this.#table.editor.leave();
  }

  #follow(row: string): void {
    this.#followed = row;
    this.#table.workplace.follow(row);
  }

  #stopAt(way: HTMLElement): void {
    if (this.#stop !== null) this.#stop.tabIndex = -1;
    this.#stop = way;
    way.tabIndex = 0;
  }
}
