import type { TextBox } from './text-boxes.ts';

/** A box's text and selection at one moment. */
interface Moment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One change that is taken back as a whole. */
interface Change {
  readonly kind: ChangeKind;
  readonly before: Moment;
  readonly after: Moment;
}

/** Typing goes on in the change before, and so does deleting; a drag is finished by its drop. */
type ChangeKind = 'typing' | 'deleting' | 'drag' | 'whole';

/** Changes that a box remembers. */
const most = 500;

/**
 * What was typed into one text box that is no part of a report, to be taken back there and nowhere else.
 *
 * The browser keeps one history for the whole page: its own Ctrl+Z in a box that nobody has typed into takes
 * back what was typed last in any other one, and moves the focus there.
 */
export class BoxHistory {
  readonly #box: TextBox;
  #done: readonly Change[] = [];
  #undone: readonly Change[] = [];
  #known: Moment;

  constructor(box: TextBox) {
    this.#box = box;
    this.#known = momentOf(box);
  }

  /** Before something changes, to be told whenever that may be: the state to come back to. */
  look(): void {
    this.#known = momentOf(this.#box);
  }

  /** After a change, with the `inputType` of its event; '' where it has none. */
  take(inputType: string): void {
    const [before, after] = [this.#known, momentOf(this.#box)];
    this.#known = after;
    if (before.text === after.text) return;
    this.#undone = [];
    const last = this.#done.at(-1);
    const kind = kindOf(inputType);
    if (last !== undefined && isContinued(last, kind, before, inputType)) {
      this.#done = this.#done.with(-1, { kind: last.kind, before: last.before, after });
    } else {
      this.#done = [...this.#done, { kind, before, after }].slice(-most);
    }
  }

  undo(): void {
    const change = this.#done.at(-1);
    if (change === undefined || !this.#shows(change.after)) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, change];
    this.#show(change.before, 'historyUndo');
  }

  redo(): void {
    const change = this.#undone.at(-1);
    if (change === undefined || !this.#shows(change.before)) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, { ...change, kind: 'whole' }];
    this.#show(change.after, 'historyRedo');
  }

  /** The program may have put another text there, of which this history knows nothing. */
  #shows({ text }: Moment): boolean {
    if (this.#box.value === text) return true;
    this.#done = this.#undone = [];
    return false;
  }

  #show({ text, start, end }: Moment, inputType: string): void {
    this.#box.value = text;
    select(this.#box, start, end);
    this.#known = momentOf(this.#box);
    this.#box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
  }
}

function kindOf(inputType: string): ChangeKind {
  if (inputType === 'insertText') return 'typing';
  if (/^delete(?:Content|Word|SoftLine|HardLine)/.test(inputType)) return 'deleting';
  return inputType === 'deleteByDrag' ? 'drag' : 'whole';
}

function isContinued(last: Change, kind: ChangeKind, before: Moment, inputType: string): boolean {
  if (last.after.text !== before.text) return false;
  if (last.kind === 'drag') return inputType === 'insertFromDrop';
  // Where the caret was set elsewhere meanwhile, something else is being written.
  const stayed = last.after.start === before.start && before.start === before.end;
  return (kind === 'typing' || kind === 'deleting') && last.kind === kind && stayed;
}

function momentOf(box: TextBox): Moment {
  const { value: text, selectionStart, selectionEnd } = box;
  // Boxes of some kinds (an e-mail address, a number) have no selection to be read.
  return { text, start: selectionStart ?? text.length, end: selectionEnd ?? text.length };
}

function select(box: TextBox, start: number, end: number): void {
  if (box.selectionStart !== null) box.setSelectionRange(start, end);
}
