import { BoxHistory } from './box-history.ts';
import { isInReport, textBoxOf, type TextBox } from './text-boxes.ts';

/** The histories of all text boxes that are no part of a report: searches, comments, dialogs. */
export class BoxHistories {
  readonly #histories = new WeakMap<TextBox, BoxHistory>();
  #composing = false;

  /** Follows what is typed on the page; returns the way to stop. */
  listen(page: Window): () => void {
    const follow = {
      focusin: (event: Event) => this.#look(event),
      beforeinput: (event: Event) => this.#look(event),
      compositionstart: (event: Event) => {
        this.#look(event);
        this.#composing = true;
      },
      compositionend: (event: Event) => {
        this.#composing = false;
        this.#take(event.target, 'insertFromComposition');
      },
      // A composition that was broken off without its end must not make the boxes deaf.
      focusout: (event: Event) => {
        if (this.#composing) this.#take(event.target, 'insertFromComposition');
        this.#composing = false;
      },
      input: (event: Event) => {
        const inputType = event instanceof InputEvent ? event.inputType : '';
        if (!this.#composing && !inputType.startsWith('history')) this.#take(event.target, inputType);
      },
    };
    const stops = Object.entries(follow).map(([name, hear]) => {
      page.addEventListener(name, hear, true);
      return () => page.removeEventListener(name, hear, true);
    });
    return () => stops.forEach((stop) => stop());
  }

  /** Takes back, or does again, in a box that keeps its own history; false for any other place. */
  go(way: 'undo' | 'redo', target: EventTarget | null): boolean {
    const box = ownBoxOf(target);
    if (box === null) return false;
    if (!this.#composing) this.#of(box)[way]();
    return true;
  }

  #look({ target }: Event): void {
    const box = ownBoxOf(target);
    if (box !== null && !this.#composing) this.#of(box).look();
  }

  #take(target: EventTarget | null, inputType: string): void {
    const box = ownBoxOf(target);
    if (box !== null) this.#of(box).take(inputType);
  }

  #of(box: TextBox): BoxHistory {
    const known = this.#histories.get(box);
    if (known !== undefined) return known;
    const history = new BoxHistory(box);
    this.#histories.set(box, history);
    return history;
  }
}

function ownBoxOf(target: EventTarget | null): TextBox | null {
  const box = textBoxOf(target);
  return box === null || isInReport(box) ? null : box;
}
