/**
 * Puts the text of an element onto the clipboard; false where the page may not.
 *
 * Then the text is selected, so that the person's own copy takes it.
 */
export async function copyText(element: HTMLElement, text: string): Promise<boolean> {
  if (element instanceof HTMLTextAreaElement) element.select();
  else getSelection()?.selectAllChildren(element);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
