import type { Edit, Step } from '../../../shared/model/edits.ts';
import { sameValue } from '../../../shared/model/same-value.ts';

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

  /** Adds a change of a field's content; `id` is used when it begins a new step. */
  type(edit: Edit, id: string): void {
    if (this.#gathering) {
      this.#gather(edit, id);
      return;
    }
    const typing = fieldOf(edit);
    const last = this.#queued.at(-1);
    const before = last?.step.edits[0];
    if (
      last === undefined ||
      last.sent ||
      typing === null ||
      last.typing !== typing ||
      before === undefined
    ) {
      this.#queued = [...this.#queued, { step: { id, edits: [edit] }, typing, sent: false }];
      return;
    }
    const joined = join(before, edit);
    const others = this.#queued.slice(0, -1);
    this.#queued =
      joined === null ? others : [...others, { ...last, step: { id: last.step.id, edits: [joined] } }];
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
    const goesOn = before !== undefined && fieldOf(before) !== null && fieldOf(before) === fieldOf(edit);
    const joined = goesOn ? join(before, edit) : edit;
    const gathered = [...(goesOn ? edits.slice(0, -1) : edits), ...(joined === null ? [] : [joined])];
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

/** Names the one field whose content an edit sets; null for edits that add, remove or move. */
function fieldOf(edit: Edit): string | null {
  if (!('before' in edit)) return null;
  const { before: _before, after: _after, ...place } = edit;
  return JSON.stringify(place);
}

/** Two edits of one field as one; null when together they change nothing. */
function join(first: Edit, second: Edit): Edit | null {
  if (!('before' in first) || !('after' in second)) return second;
  if (sameValue(first.before, second.after)) return null;
  // Both are about the same field, so that their values have the same type, which a union can't say.
  return { ...second, before: first.before } as Edit;
}
