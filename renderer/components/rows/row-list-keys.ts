import type { Workplace } from '../../state/workplace/workplace.svelte.ts';
import { isCommand } from '../../writing/is-command.ts';
import type { RowDrag } from './row-drag.svelte.ts';
import type { RowShowing } from './row-showing.ts';

/** Rows that PageUp and PageDown pass over. */
const pageOfRows = 8;

interface ListUnderKeys {
  readonly workplace: Workplace;
  readonly showing: RowShowing;
  readonly drag: RowDrag;
  /** The rows listed, as they stand. */
  readonly order: () => readonly string[];
  readonly reveal: (row: string) => void;
}

/** What the keys do in the list of rows, which itself has the focus. */
export class RowListKeys {
  readonly #list: ListUnderKeys;

  constructor(list: ListUnderKeys) {
    this.#list = list;
  }

  readonly press = (event: KeyboardEvent): void => {
    if (!isCommand(event) || event.altKey || event.metaKey) return;
    const { workplace } = this.#list;
    const order = this.#list.order();
    const at = order.indexOf(workplace.choice.active ?? workplace.row?.id ?? '');
    const to = placeAfterKey(event.key, at, order.length);
    if (to !== null) this.#go(event, order[Math.max(0, Math.min(order.length - 1, to))]);
    else if (this.#act(event, order[at])) event.preventDefault();
  };

  /** Moves the keyboard to a row; Shift takes the rows on the way, Ctrl leaves what is chosen. */
  #go(event: KeyboardEvent, row: string | undefined): void {
    if (row === undefined) return;
    const { workplace, showing, reveal } = this.#list;
    const { choice } = workplace;
    event.preventDefault();
    if (event.shiftKey) choice.extendTo(row, this.#list.order());
    else if (event.ctrlKey || choice.many) choice.goTo(row);
    else {
      choice.only(row);
      showing.soon(row);
    }
    reveal(row);
  }

  /** True when the key did something. */
  #act(event: KeyboardEvent, row: string | undefined): boolean {
    const { workplace, showing } = this.#list;
    const { choice } = workplace;
    if (event.key === 'a' && event.ctrlKey) {
      choice.all(this.#list.order());
      return true;
    }
    if (event.ctrlKey && event.key !== ' ') return false;
    switch (event.key) {
      case 'Enter':
        showing.stop();
        if (row !== undefined) workplace.select({ kind: 'row', row });
        return true;
      case ' ':
        if (row !== undefined) choice.toggle(row);
        return true;
      case 'Delete':
        showing.stop();
        workplace.remove(choice.chosen);
        return true;
      case 'Escape':
        if (!this.#letGo()) return false;
        event.stopPropagation();
        return true;
      default:
        return false;
    }
  }

  /** Breaks a drag off, or lets go of several chosen rows but the one on show. */
  #letGo(): boolean {
    const { workplace, drag } = this.#list;
    const current = workplace.row?.id;
    if (drag.gap !== null) drag.cancel();
    else if (!workplace.choice.isMany || current === undefined) return false;
    else workplace.choice.only(current);
    return true;
  }
}

function placeAfterKey(key: string, at: number, count: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - pageOfRows,
    PageDown: at + pageOfRows,
    Home: 0,
    End: count - 1,
  };
  return places[key] ?? null;
}
