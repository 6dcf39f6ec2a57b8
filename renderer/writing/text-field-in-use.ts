import { paragraphsOf, textOf } from './bullets.ts';

/** The text field that the focus is in, where it can be written in; null elsewhere. */
export function textFieldInUse(): HTMLTextAreaElement | HTMLInputElement | null {
  const { activeElement: field } = document;
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && (field.type === 'text' || field.type === 'search'));
  return isText && !field.readOnly && !field.disabled ? field : null;
}

/** Where a person is in a text field. */
export interface TextSpot {
  readonly field: HTMLTextAreaElement | HTMLInputElement;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a person is now; null outside text fields. */
export function textSpot(): TextSpot | null {
  const field = textFieldInUse();
  if (field === null) return null;
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
  field.value = text;
  field.setSelectionRange(start, end);
  return true;
}
