import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import { noRoomAnywhere, noRoomFor, type NoRoom, type Room } from './room.ts';
import type { TextBox } from './text-boxes.ts';

/**
 * Refuses what a text box has no room for, and tells why; null when something goes in again.
 *
 * A browser cuts off what is too much without a word (`maxlength`). Here nothing of it goes in: what was
 * copied is still on the clipboard, and what was dragged stands where it stood.
 */
export function keepWithin(room: Room, tell: (why: NoRoom | null) => void): Attachment<TextBox> {
  return (box) => {
    let draggedFromHere = false;
    const refuse = (event: Event, why: NoRoom | null): void => {
      if (why === null) return;
      event.preventDefault();
      tell(why);
    };
    const stops = [
      on(box, 'beforeinput', (event) => {
        // A composition can't be refused; what it makes is stored as long as a line can be.
        if (!(event instanceof InputEvent) || !event.cancelable || event.isComposing) return;
        const inserted = insertedBy(event);
        if (inserted !== '') refuse(event, noRoomFor(box, inserted, room));
      }),
      on(box, 'dragstart', () => (draggedFromHere = true)),
      on(box, 'dragend', () => (draggedFromHere = false)),
      // Before the words are taken out of the place that they come from.
      on(box, 'drop', (event) => {
        if (draggedFromHere) return;
        refuse(event, noRoomAnywhere(box, event.dataTransfer?.getData('text/plain') ?? '', room));
      }),
      on(box, 'input', () => tell(null)),
    ];
    return () => stops.forEach((stop) => stop());
  };
}

function insertedBy({ inputType, data, dataTransfer }: InputEvent): string {
  if (inputType === 'insertLineBreak' || inputType === 'insertParagraph') return '\n';
  // What is dropped was looked at before.
  if (!inputType.startsWith('insert') || inputType === 'insertFromDrop') return '';
  return data ?? dataTransfer?.getData('text/plain') ?? '';
}
