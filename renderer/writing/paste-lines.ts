import { textOnClipboard } from './clipboard-text.ts';
import { changeText } from './change-text.ts';
import { lineToPaste, linesToPaste } from './pasted-text.ts';

type PasteInto<Element> = ClipboardEvent & { readonly currentTarget: Element };

/** Pastes several lines into a field of bullets: each becomes one. A single plain line is the browser's. */
export function pasteLines(event: PasteInto<HTMLTextAreaElement>): void {
  if (event.currentTarget.readOnly) return;
  const lines = linesToPaste(textOnClipboard(event.clipboardData));
  if (event.defaultPrevented || lines === null) return;
  event.preventDefault();
  insert(event.currentTarget, lines.join('\n'));
}

/** Pastes several lines into a field of one line: a space stands where they broke. */
export function pasteOneLine(event: PasteInto<HTMLTextAreaElement | HTMLInputElement>): void {
  if (event.currentTarget.readOnly) return;
  const text = textOnClipboard(event.clipboardData);
  // What the browser would paste by itself may be another text.
  const own = text === event.clipboardData?.getData('text/plain');
  const line = lineToPaste(text) ?? (own ? null : text);
  if (event.defaultPrevented || line === null) return;
  event.preventDefault();
  insert(event.currentTarget, line);
}

/** Pastes a text where the caret is, as the field takes it: several lines of bullets, or one line. */
export function pasteText(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const severalLines = field instanceof HTMLTextAreaElement && field.dataset['lines'] === 'many';
  insert(field, (severalLines ? linesToPaste(text)?.join('\n') : lineToPaste(text)) ?? text);
}

function insert(field: HTMLTextAreaElement | HTMLInputElement, pasted: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const [start, end] = [selectionStart ?? value.length, selectionEnd ?? value.length];
  const caret = start + pasted.length;
  const text = value.slice(0, start) + pasted + value.slice(end);
  changeText(field, { text, start: caret, end: caret }, 'insertFromPaste', pasted);
}
