import type { Selected } from './bullets.ts';

/** Kinds of input that are a step by themselves, whatever was typed before and after (Input Events, 4.1.2). */
const wholeSteps: ReadonlySet<string> = new Set([
  'insertFromPaste',
  'insertFromDrop',
  'insertReplacementText',
  'deleteByCut',
]);

/**
 * What an input event of dragged words is to the step that they make.
 *
 * Words that are dragged are taken out of one place (`deleteByDrag`) and put into another
 * (`insertFromDrop`), perhaps of another field; together they are one change.
 */
export function dragPart(event: Event): 'begins' | 'goes on' | null {
  if (!(event instanceof InputEvent)) return null;
  if (event.inputType === 'deleteByDrag') return event.type === 'beforeinput' ? 'begins' : 'goes on';
  return event.inputType === 'insertFromDrop' && event.type === 'beforeinput' ? 'goes on' : null;
}

/** True for a change that Ctrl+Z takes back alone: a paste, a cut, a move of lines. */
export function isWholeStep(event: Event): boolean {
  return event instanceof InputEvent && wholeSteps.has(event.inputType);
}

/**
 * Changes a field's text at once, told to all who listen as if the browser had done it.
 *
 * `inserted` is what comes in; who has no room for it can refuse. Then nothing changes.
 */
export function changeText(
  element: HTMLTextAreaElement | HTMLInputElement,
  { text, start, end }: Selected,
  inputType: 'insertFromPaste' | 'insertReplacementText',
  inserted: string | null = null,
): void {
  const asked = new InputEvent('beforeinput', {
    bubbles: true,
    cancelable: true,
    inputType,
    data: inserted,
  });
  if (!element.dispatchEvent(asked)) return;
  element.value = text;
  element.setSelectionRange(start, end);
  element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
}
