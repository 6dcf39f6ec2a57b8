import type { Workplace } from '../../state/workplace/workplace.svelte.ts';
import type { RowDrag } from './row-drag.svelte.ts';
import type { RowShowing } from './row-showing.ts';

interface ListUnderPointer {
  readonly workplace: Workplace;
  readonly showing: RowShowing;
  readonly drag: RowDrag;
  /** The rows listed, as they stand. */
  readonly order: () => readonly string[];
  /** Enters what a row lacks first. */
  readonly goToMissing: (row: string) => void;
}

/** What the mouse, or a pen, does in the list of rows. */
export class RowListPointer {
  readonly #list: ListUnderPointer;
  #pressed: string | null = null;

  constructor(list: ListUnderPointer) {
    this.#list = list;
  }

  readonly click = (event: MouseEvent): void => {
    const { workplace, showing, drag } = this.#list;
    const { choice } = workplace;
    const row = rowUnder(event);
    if (row === null || drag.swallows()) return;
    if (event.shiftKey) choice.extendTo(row, this.#list.order());
    else if (event.ctrlKey || event.metaKey || choice.many) choice.toggle(row);
    else {
      choice.only(row);
      if (isWarning(event)) {
        showing.stop();
        this.#list.goToMissing(row);
      } else showing.now(row);
    }
  };

  readonly down = (event: PointerEvent): void => {
    this.#pressed = rowUnder(event);
    if (this.#pressed !== null) this.#list.drag.press(event);
  };

  readonly move = (event: PointerEvent): void => {
    const { workplace, drag } = this.#list;
    if (!drag.move(event) || this.#pressed === null) return;
    if (!workplace.choice.chosen.has(this.#pressed)) workplace.choice.only(this.#pressed);
  };
}

function rowUnder({ target }: MouseEvent): string | null {
  const option = target instanceof Element ? target.closest<HTMLElement>('[data-option]') : null;
  return option?.dataset['option'] ?? null;
}

/** For the mouse; the keyboard has the pane that lists all that is missing. */
function isWarning({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-lacking]') !== null;
}
