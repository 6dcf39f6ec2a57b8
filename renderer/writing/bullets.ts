import { toPlainLines } from '../../shared/model/plain-text.ts';

/** The text of a field of bullets: one line, one bullet. */
export function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n');
}

/**
 * The bullets that a text says: one a line, as written.
 *
 * Empty lines at the end are where somebody is about to write; they are no bullets yet. One in the
 * middle is kept: it parts what stands around it.
 */
export function paragraphsOf(text: string): string[] {
  const lines = toPlainLines(text);
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}

/** True when a text on show says these paragraphs, whatever empty lines stand at its end. */
export function says(text: string, stored: string): boolean {
  return textOf(paragraphsOf(text)) === textOf(paragraphsOf(stored));
}

/**
 * `text` without control characters; its lines stay lines.
 *
 * A mark typed at the start of a line goes, as everywhere the program makes it: it would be printed twice.
 */
export function toPlainText(text: string): string {
  return toPlainLines(text)
    .map((line) => line.replace(/^[・･][ \u3000]?/u, ''))
    .join('\n');
}

/** A text and what is selected in it, `[start, end)` in UTF-16 code units. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Moves the lines that a selection touches by one; null when they stand at that end already. */
export function moveLines({ text, start, end }: Selected, by: 1 | -1): Selected | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the start of a line doesn't touch that line.
  const inside = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = lineEnd(text, inside);
  const lines = text.slice(from, to);
  if (by === -1) {
    if (from === 0) return null;
    const above = text.lastIndexOf('\n', from - 2) + 1;
    const moved = `${text.slice(0, above)}${lines}\n${text.slice(above, from - 1)}${text.slice(to)}`;
    return within(moved, start - (from - above), end - (from - above));
  }
  if (to === text.length) return null;
  const below = lineEnd(text, to + 1);
  const moved = `${text.slice(0, from)}${text.slice(to + 1, below)}\n${lines}${text.slice(below)}`;
  const length = below - to;
  return within(moved, start + length, end + length);
}

/**
 * Puts 【 】 at the head of the line that the caret is in, and the caret between them.
 *
 * In a line that begins with such a label already, the label's words are selected.
 */
export function labelLine({ text, start }: Selected): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const label = /^【([^】\n]*)】/u.exec(text.slice(from))?.[1];
  if (label !== undefined) return { text, start: from + 1, end: from + 1 + label.length };
  return { text: `${text.slice(0, from)}【】${text.slice(from)}`, start: from + 1, end: from + 1 };
}

function within(text: string, start: number, end: number): Selected {
  return { text, start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
