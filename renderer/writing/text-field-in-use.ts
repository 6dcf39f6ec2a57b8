import { paragraphsOf, textOf } from './bullets.ts';

type TextBox = HTMLTextAreaElement | HTMLInputElement;

/** The text field that the focus is in, to be read at least; null elsewhere. */
export function textFieldAtHand(): TextBox | null {
  const { activeElement: field } = document;
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && (field.type === 'text' || field.type === 'search'));
  return isText && !field.disabled ? field : null;
}

/** Whether it is there to be read and copied only. */
export function isLocked(field: TextBox | null): boolean {
  return field?.readOnly ?? false;
}

/** Where a person is in a text field. */
export interface TextSpot {
  readonly field: TextBox;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a person is now; null outside text fields that can be written in. */
export function textSpot(): TextSpot | null {
  const field = textFieldAtHand();
  if (field === null || isLocked(field)) return null;
  const { value: text, selectionStart, selectionEnd } = field;
  return { field, text, start: selectionStart ?? text.length, end: selectionEnd ?? text.length };
}

/**
 * Puts a person back to where they were. A line that was made and not written in yet went when the field was
 * left (see bullets.ts): it is there again. False when the field, or its text, is another one now.
 */
export function returnTo({ field, text, start, end }: TextSpot): boolean {
  const same = field.value === text || field.value === textOf(paragraphsOf(text));
  if (!field.isConnected || field.readOnly || !same) return false;
  field.focus();
  if (field.value !== text) {
    field.value = text;
    // Who draws the text hears of the line that is there again; what is stored is the same.
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(start, end);
  return true;
}
