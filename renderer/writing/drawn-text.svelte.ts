import type { Attachment } from 'svelte/attachments';
import type { TextBox } from './text-boxes.ts';

/**
 * Follows what stands in a text box at each moment, in the middle of a composition too: to be drawn, never to be read.
 * `stored` is what it is told to say.
 */
export function drawnText(stored: () => string, show: (text: string) => void): Attachment<TextBox> {
  return (box) => {
    const follow = (): void => show(box.value);
    $effect(() => {
      void stored();
      follow();
    });
    // The text is tidied when the box is left, and a moment later what is drawn with it.
    const tidied = (): void => queueMicrotask(() => box.isConnected && follow());
    box.addEventListener('input', follow);
    box.addEventListener('blur', tidied);
    return () => {
      box.removeEventListener('input', follow);
      box.removeEventListener('blur', tidied);
    };
  };
}
