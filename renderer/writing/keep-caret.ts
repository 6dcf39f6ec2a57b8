type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * Shows another text in a field; the caret stays with the text around it.
 *
 * Before what changed it stays where it is, behind it moves along, inside it goes to its end.
 */
export function showKeepingCaret(element: TextElement, text: string): void {
  const before = element.value;
  if (before === text) return;
  const { selectionStart, selectionEnd } = element;
  element.value = text;
  // Setting the selection would take it away from the field that the person is in.
  if (element !== element.ownerDocument.activeElement) return;
  const map = caretMap(before, text);
  element.setSelectionRange(map(selectionStart ?? 0), map(selectionEnd ?? 0));
}

/** Where a place in the text before is in the text after. */
export function caretMap(before: string, after: string): (place: number) => number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  return (place) => {
    if (place <= start) return place;
    if (place >= before.length - end) return place + after.length - before.length;
    return after.length - end;
  };
}
