import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { toPlainLine } from '../../shared/model/plain-text.ts';
import { standing } from './standing.ts';
import { showKeepingCaret } from './keep-caret.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

export interface PlainWritingOptions {
  /** What may stand in the field; by default one line without control characters. */
  readonly clean?: (text: string) => string;
  /** True when what is on show says the stored text, though it is written another way. */
  readonly says?: (shown: string, stored: string) => boolean;
}

/**
 * Ties a text field to the model without disturbing an input method.
 *
 * While one composes, the field is neither read, nor cleaned, nor written to; at its end the whole
 * text is taken over. Control characters that a paste brings along become spaces.
 */
export function plainWriting(
  read: () => string,
  write: (text: string) => void,
  { clean = toPlainLine, says = () => false }: PlainWritingOptions = {},
): Attachment<TextElement> {
  return (element) => {
    let composing = false;
    const take = (): void => {
      const text = clean(element.value);
      if (text !== element.value) {
        const caret = clean(element.value.slice(0, element.selectionEnd ?? 0)).length;
        element.value = text;
        element.setSelectionRange(caret, caret);
      }
      write(text);
    };
    const stop = [
      standing.add(element, () => write(clean(element.value))),
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
        if (composing) {
          composing = false;
          take();
        }
        // Another window came to the front: the person comes back to the same text. A field that the
        // page takes away loses the focus too, in the middle of drawing.
        queueMicrotask(() => {
          if (element.isConnected && document.hasFocus()) showKeepingCaret(element, read());
        });
      }),
    ];
    $effect(() => {
      const text = read();
      const written = element === element.ownerDocument.activeElement && says(element.value, text);
      if (!composing && !written) showKeepingCaret(element, text);
    });
    return () => stop.forEach((end) => end());
  };
}
