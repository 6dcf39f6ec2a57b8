import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { toPlainLine } from '../../shared/model/plain-text.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ties a text field to the model without disturbing an input method.
 *
 * While one composes, the field is neither read, nor cleaned, nor written to; at its end the whole
 * text is taken over. Control characters that a paste brings along become spaces.
 */
export function plainWriting(read: () => string, write: (text: string) => void): Attachment<TextElement> {
  return (element) => {
    let composing = false;
    const take = (): void => {
      const text = toPlainLine(element.value);
      if (text !== element.value) replaceKeepingCaret(element, text);
      write(text);
    };
    const stop = [
      on(element, 'input', (event) => {
        if (!composing && !(event as InputEvent).isComposing) take();
      }),
      on(element, 'compositionstart', () => {
        composing = true;
      }),
      on(element, 'compositionend', () => {
        composing = false;
        take();
      }),
      on(element, 'blur', () => {
        // A composition that was broken off without its end must not lock the field.
        if (!composing) return;
        composing = false;
        take();
      }),
    ];
    $effect(() => {
      const text = read();
      if (!composing && element.value !== text) element.value = text;
    });
    return () => stop.forEach((end) => end());
  };
}

function replaceKeepingCaret(element: TextElement, text: string): void {
  const { selectionStart, selectionEnd } = element;
  element.value = text;
  element.setSelectionRange(selectionStart, selectionEnd);
}
