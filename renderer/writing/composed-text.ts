import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';

/** Hears what stands in a field of its own (a search, a filter), never in the middle of a composition. */
export function composedText(hear: (text: string) => void): Attachment<HTMLInputElement> {
  return (element) => {
    let composing = false;
    const end = (): void => {
      if (composing) hear(element.value);
      composing = false;
    };
    const stops = [
      on(element, 'compositionstart', () => (composing = true)),
      on(element, 'compositionend', end),
      // A composition that was broken off without its end must not make the field deaf.
      on(element, 'blur', end),
      on(element, 'input', (event) => {
        if ((event as InputEvent).isComposing) return;
        composing = false;
        hear(element.value);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  };
}
