import { initiativeFields, type RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** A field of a row. */
export interface FieldPlace {
  readonly row: string;
  readonly field: RowField;
}

const writable = 'textarea, input, select, [contenteditable]';

/** The field of a row in which a person last was, and the element that had the focus there. */
export class FieldFocus {
  /** Null until a field has had the focus. It stays when the focus goes to another part of the page. */
  place: FieldPlace | null = $state.raw(null);
  #element: HTMLElement | null = null;

  get field(): RowField | null {
    return this.place?.field ?? null;
  }

  /** Follows the focus through the document; returns the way to stop. */
  listen(document: Document): () => void {
    const follow = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement)) return;
      const place = placeOf(target);
      if (place === null) return;
      const moved = place.row !== this.place?.row || place.field !== this.place.field;
      // The field's own buttons must not make forget what is selected in its text.
      if (moved || target.matches(writable)) this.#element = target;
      if (moved) this.place = place;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }

  /** What is selected in the field, from its first line that has any; null when nothing is. */
  selectedText(): string | null {
    const element = this.#element;
    if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return null;
    const { selectionStart, selectionEnd, value } = element;
    const selected = value.slice(selectionStart ?? 0, selectionEnd ?? 0);
    return selected.split('\n').find((line) => line.trim() !== '') ?? null;
  }

  /** Puts the focus back to where the person was writing; false when that place is gone. */
  return(): boolean {
    if (this.#element?.isConnected !== true) return false;
    this.#element.focus();
    return true;
  }
}

/** The field that an element stands in. */
export function placeOf(element: Element): FieldPlace | null {
  const marked = element.closest<HTMLElement>('[data-field]');
  const row = marked?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const field = initiativeFields.find((each) => each === marked?.dataset['field']);
  return row === undefined || field === undefined ? null : { row, field };
}
