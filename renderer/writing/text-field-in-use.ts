/** The text field that the focus is in, where it can be written in; null elsewhere. */
export function textFieldInUse(): HTMLTextAreaElement | HTMLInputElement | null {
  const { activeElement: field } = document;
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && (field.type === 'text' || field.type === 'search'));
  return isText && !field.readOnly && !field.disabled ? field : null;
}
