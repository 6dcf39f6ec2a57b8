import { tick } from 'svelte';

/** Focuses an element that is there once the page has drawn the last change; `caret` places the caret. */
export async function focusLater(id: string, caret?: number): Promise<void> {
  await tick();
  const element = document.getElementById(id);
  element?.focus();
  const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  if (isText && caret !== undefined) element.setSelectionRange(caret, caret);
}
