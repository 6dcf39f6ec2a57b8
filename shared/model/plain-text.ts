/**
 * Plain text: what may stand in one line of a report.
 *
 * A line holds no line break, no tab, no control character, no noncharacter and no half of a
 * surrogate pair: none of these can be written to XML 1.0 and read back (XML 1.0, 2.2 Char).
 */

const controls = String.raw`\u0000-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF`;
const unwritable = new RegExp(`[${controls}]`, 'u');
const unwritableRuns = new RegExp(`[${controls}]+`, 'gu');
const loneSurrogate = /\p{Surrogate}/u;

/** True for text that can stand in one line of a report. */
export function isPlainLine(text: string): boolean {
  return !unwritable.test(text) && !loneSurrogate.test(text);
}

/** The first character that keeps `text` from being a plain line, as `U+0007`; null when there is none. */
export function firstUnwritable(text: string): string | null {
  const found = unwritable.exec(text) ?? loneSurrogate.exec(text);
  if (found === null) return null;
  return `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `text` with each run of line breaks, tabs and control characters made one space, and broken surrogates replaced. */
export function toPlainLine(text: string): string {
  return text.toWellFormed().replace(unwritableRuns, ' ');
}

/** The plain lines of a text that may hold line breaks. Empty lines stay, so that nothing moves. */
export function toPlainLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map(toPlainLine);
}

/** True where a person sees no text: none, or spaces alone. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
