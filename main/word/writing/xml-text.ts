import { toPlainLine } from '../../../shared/model/plain-text.ts';

/** What can't stand in XML as it is; half of a surrogate pair is only told from a whole one later. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const special = /[&<>"\u0000-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/;
const markup = /[&<>"]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * `text` as XML character data or attribute value.
 *
 * Stored text is clean already; what an outline from elsewhere may hold and XML 1.0 can't (2.2 Char)
 * becomes a space or U+FFFD, because Word refuses to open a file that holds it.
 */
export function xmlText(text: string): string {
  return special.test(text) ? toPlainLine(text).replace(markup, (found) => entities[found] ?? found) : text;
}
