import { flushSync, tick } from 'svelte';
import type { Form } from '../../../shared/model/form.ts';
import type { ReportEditor } from '../../state/editing/report-editor.svelte.ts';
import type { DrawnGroups } from '../../state/workplace/drawn-groups.svelte.ts';
import type { TableCursor, TablePlace } from '../../state/workplace/table-cursor.svelte.ts';
import type { Workplace } from '../../state/workplace/workplace.svelte.ts';
import {
  cellAt,
  cellOf,
  endWait,
  firstField,
  letWait,
  placeOfCell,
  rowOf,
  waitingText,
  wayInto,
} from './cell-elements.ts';
import type { CellPlace, TableSize } from './cell-moves.ts';
import { cellName } from './cell-name.ts';
import { groupOf } from './row-groups.ts';

/** What is walked through. */
interface TableOnShow {
  /** Undefined before it is drawn. */
  readonly element: () => HTMLElement | undefined;
  readonly editor: ReportEditor;
  readonly workplace: Workplace;
  readonly cursor: TableCursor;
  readonly drawn: DrawnGroups;
  readonly form: () => Form;
}

/** How a person goes from cell to cell, begins to write in one and leaves it. Tab stops at one cell. */
export class CellWalk {
  readonly #table: TableOnShow;
  /** The row that the focus in the table has told the workplace of. */
  #followed: string | null = null;
  /** The button at which Tab stops, while no cell with a text is selected. */
  #stop: HTMLElement | null = null;
  /** The focus is in the table, or was before it went with its element. */
  #holdsFocus = false;

  constructor(table: TableOnShow) {
    this.#table = table;
  }

  get size(): TableSize {
    const { editor, form } = this.#table;
    return { rows: editor.content.rows.length, columns: form().columns.length };
  }

  /** The focus has come to something in the table. */
  readonly arrive = (event: FocusEvent): void => {
    const cell = cellOf(event.target);
    if (cell === null) return;
    this.#holdsFocus = true;
    if (event.target === wayInto(cell) && !this.#table.cursor.isAt(placeOfCell(cell))) {
      this.select(placeOfCell(cell));
    } else if (rowOf(cell) !== this.#followed) this.#follow(rowOf(cell));
  };

  /** The focus has gone from something in the table: elsewhere, or with its element, which was drawn anew. */
  readonly depart = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget === null) {
      void tick().then(() => {
        if (target instanceof Node && !target.isConnected) void this.mend();
      });
    } else if (relatedTarget instanceof Node && this.#table.element()?.contains(relatedTarget) !== true) {
      this.#holdsFocus = false;
    }
  };

  /** Where a cell stands in the table, both from 0. */
  numbersOf({ row, column }: TablePlace): CellPlace {
    return { row: this.#table.editor.content.placeOf(row), column };
  }

  /** Goes to a cell, which is selected then. It may be far out of sight and not drawn yet. */
  goTo({ row, column }: CellPlace): void {
    const id = this.#table.editor.content.rows[row]?.id;
    if (id === undefined) return;
    this.#table.drawn.reach(groupOf(row));
    flushSync();
    this.select({ row: id, column });
  }

  /** Selects a cell that is drawn and puts the focus there. */
  select(place: TablePlace): void {
    this.#table.cursor.select(place);
    flushSync();
    this.#stand(place);
    this.#follow(place.row);
  }

  /** Begins to write in a cell: in the field that is named, else where it was selected. */
  write(place: TablePlace, field?: string): void {
    const cell = cellAt(place);
    const { cursor } = this.#table;
    if (cell === null || (cursor.isAt(place) && cursor.isWriting)) return;
    if (!cursor.isAt(place)) this.#letGo();
    const text = this.#begin(place, cell);
    const part = field === undefined ? null : cell.querySelector(`[data-field="${field}"]`);
    (part === null ? (text ?? firstField(cell)) : firstField(part))?.focus();
  }

  /** What is typed or composed begins to change the text of the selected cell: it goes on in the same field. */
  goOn(place: TablePlace): void {
    const cell = cellAt(place);
    if (cell !== null) this.#begin(place, cell);
  }

  /** Writes in the selected cell; without one, in the title of the row on show. */
  writeHere(): void {
    const { cursor, workplace } = this.#table;
    const { place } = cursor;
    const here = place === null ? { row: workplace.at, column: this.#titleColumn } : this.numbersOf(place);
    if (here.row < 0) return;
    if (!cursor.isWriting) this.goTo(here);
    if (cursor.place !== null) this.write(cursor.place);
  }

  /** Ends writing in the open cell; the focus stays at it. */
  close(): void {
    const { place } = this.#table.cursor;
    if (place !== null) this.leaveTo(this.numbersOf(place));
  }

  /** Ends writing and goes to another cell, or stays at the one that was written in. */
  leaveTo(place: CellPlace): void {
    this.#letGo();
    this.goTo(place);
  }

  /** A row was chosen elsewhere: it comes into sight, and the focus to it when it is in the table. */
  async show(row: string, at: number): Promise<void> {
    if (at < 0 || row === this.#followed) return;
    const { cursor, drawn } = this.#table;
    drawn.reach(groupOf(at));
    await tick();
    const element = document.getElementById(`${row}-row`);
    if (element === null) return;
    this.#followed = row;
    if (this.#holdsFocus && !cursor.isWriting) {
      this.select({ row, column: cursor.place?.column ?? this.#titleColumn });
      return;
    }
    const way = wayInto(cellAt({ row, column: this.#titleColumn }));
    if (way !== null && cursor.place === null) this.#stopAt(way);
    element.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Rows may have been drawn anew, or be gone.
   *
   * The focus in a row that changed groups is lost: it goes back to the cell. And where the stop of
   * Tab went with its row, the first cell takes its place.
   */
  async mend(): Promise<void> {
    await tick();
    const table = this.#table.element();
    if (table === undefined) return;
    const { place, isWriting } = this.#table.cursor;
    const cell = place === null ? null : cellAt(place);
    if (place !== null && cell !== null && document.activeElement === document.body && this.#holdsFocus) {
      if (isWriting) firstField(cell)?.focus();
      else this.#stand(place);
    }
    if (this.#stop?.isConnected === true || waitingText(cell) !== null) return;
    const first = table.querySelector<HTMLElement>('[data-column] > button');
    if (first !== null) this.#stopAt(first);
  }

  get #titleColumn(): number {
    return this.#table.form().columns.findIndex(({ content }) => content.includes('title'));
  }

  /** Draws the cell as written in; the text that waited in it, which keeps the focus. */
  #begin(place: TablePlace, cell: HTMLElement): ReturnType<typeof waitingText> {
    const text = waitingText(cell);
    this.#table.cursor.write(place);
    flushSync();
    if (text !== null) endWait(text);
    this.#follow(place.row);
    cell.querySelector('[data-panel]')?.scrollIntoView({ block: 'nearest' });
    return text;
  }

  /** Puts the focus to a selected cell: into the text that waits there, else onto its button. */
  #stand(place: TablePlace): void {
    const cell = cellAt(place);
    const text = waitingText(cell);
    if (text === null) {
      const way = wayInto(cell);
      if (way !== null) this.#stopAt(way);
    } else {
      this.#stopAt(null);
      const form = this.#table.form();
      const content = form.columns[place.column]?.content ?? [];
      letWait(text, cellName(this.numbersOf(place).row + 1, content, form));
    }
    (text ?? wayInto(cell))?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** A field hears that it is left while it still stands on the page, and what was typed is stored. */
  #letGo(): void {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && this.#table.element()?.contains(focused) === true) focused.blur();
    this.#table.editor.leave();
  }

  #follow(row: string): void {
    if (row === this.#followed) return;
    this.#followed = row;
    this.#table.workplace.follow(row);
  }

  #stopAt(way: HTMLElement | null): void {
    if (this.#stop !== null) this.#stop.tabIndex = -1;
    this.#stop = way;
    if (way !== null) way.tabIndex = 0;
  }
}
