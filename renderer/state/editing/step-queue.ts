import type { Edit, Step } from '../../../shared/model/edits.ts';
import { asOneEdit, typedInto } from './typed-edits.ts';

interface Queued {
  readonly step: Step;
  /** What it types into, while more typing may still join it; null when it stands by itself. */
  readonly typing: string | null;
  /** Sent at least once: main may hold it already, so that it must stay as it was. */
  readonly sent: boolean;
  /** Takes in what is typed into any field, and is not sent before that has ended. */
  readonly gathers?: boolean;
}

/**
 * Steps that are shown and not yet stored, oldest first.
 *
 * Typing goes on in the newest step as long as it is about one field, so that a burst of keys is
 * one step to take back. Anything else is a step of its own.
 */
export class StepQueue {
  #queued: readonly Queued[] = [];
  /** What is typed now is one step, into however many fields. */
  #gathering = false;

  get steps(): readonly Step[] {
    return this.#queued.map(({ step }) => step);
  }

  get length(): number {
    return this.#queued.length;
  }

  get first(): Step | null {
    return this.#queued[0]?.step ?? null;
  }

  /**
   * Adds a change of a field's content; `id` is used when it begins a new step. `along` is what comes with it
   * in the same step; it stays when the text that brought it goes again.
   */
  type(edit: Edit, id: string, along: readonly Edit[] = []): void {
    if (this.#gathering) {
      for (const each of [edit, ...along]) this.#gather(each, id);
      return;
    }
    const last = this.#queued.at(-1);
    const [before, ...others] = last?.step.edits ?? [];
    const joined =
      last === undefined || last.sent || last.typing === null || before === undefined
        ? undefined
        : asOneEdit(before, last.typing, edit);
    if (last === undefined || joined === undefined) {
      const step = { id, edits: [edit, ...along] };
      this.#queued = [...this.#queued, { step, typing: typedInto(edit), sent: false }];
      return;
    }
    let first = joined;
    const rest = [...others];
    for (const each of along) {
      // What comes along with a text belongs into the item that came with the text, too.
      const grown = first === null || last.typing === null ? null : asOneEdit(first, last.typing, each);
      if (grown === null || grown === undefined) rest.push(each);
      else first = grown;
    }
    const edits = [...(first === null ? [] : [first]), ...rest];
    const typing = first === null ? null : last.typing;
    const grown = { ...last, step: { id: last.step.id, edits }, typing };
    this.#queued = [...this.#queued.slice(0, -1), ...(edits.length === 0 ? [] : [grown])];
  }

  /** From now on, until it is sealed, one step takes in what is typed into any field. */
  gather(): void {
    this.seal();
    this.#gathering = true;
  }

  /** What is typed from now on begins a step of its own. True when that ends one that was being gathered. */
  seal(): boolean {
    const gathered = this.#gathering;
    this.#gathering = false;
    const last = this.#queued.at(-1);
    if (last !== undefined) this.#queued = this.#queued.with(-1, { ...last, typing: null, gathers: false });
    return gathered;
  }

  /** Adds a step that nothing joins. */
  perform(step: Step): void {
    this.seal();
    this.#queued = [...this.#queued, { step, typing: null, sent: false }];
  }

  /** The oldest step, to be sent; from now on it stays as it is. Null while it is still being gathered. */
  send(): Step | null {
    const [first, ...others] = this.#queued;
    if (first === undefined || first.gathers === true) return null;
    this.#queued = [{ ...first, sent: true }, ...others];
    return first.step;
  }

  #gather(edit: Edit, id: string): void {
    const last = this.#queued.at(-1);
    if (last?.gathers !== true) {
      this.#queued = [
        ...this.#queued,
        { step: { id, edits: [edit] }, typing: null, sent: false, gathers: true },
      ];
      return;
    }
    const { edits } = last.step;
    const before = edits.at(-1);
    const typing = before === undefined ? null : typedInto(before);
    const joined = before === undefined || typing === null ? undefined : asOneEdit(before, typing, edit);
    const gathered =
      joined === undefined
        ? [...edits, edit]
        : [...edits.slice(0, -1), ...(joined === null ? [] : [joined])];
    const others = this.#queued.slice(0, -1);
    this.#queued =
      gathered.length === 0
        ? others
        : [...others, { ...last, step: { id: last.step.id, edits: gathered } }];
  }

  /** Takes a step off; false when it was not there. */
  settle(id: string): boolean {
    const left = this.#queued.filter(({ step }) => step.id !== id);
    const found = left.length < this.#queued.length;
    this.#queued = left;
    return found;
  }
}
