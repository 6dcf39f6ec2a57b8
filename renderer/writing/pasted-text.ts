import { toPlainLines } from '../../shared/model/plain-text.ts';
import { withoutBullet } from '../../shared/reading/bullet.ts';
import { withoutCellQuotes } from './pasted-records.ts';

/**
 * The bullets that a pasted text says, without empty lines and typed marks.
 *
 * Marks and numbers go only where most lines have one: then they mark the lines, else they are text.
 * Null for one line to be pasted as it is.
 */
export function linesToPaste(pasted: string): string[] | null {
  const text = withoutCellQuotes(pasted);
  const given = withoutSymbols(text)
    .flatMap(toPlainLines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (given.length === 0) return null;
  const markable = given.filter((line) => !isLabel(line));
  const marked = markable.filter((line) => withoutBullet(line).mark !== '').length;
  const lines = marked * 2 > markable.length ? given.map((line) => withoutBullet(line).text) : given;
  return lines.length === 1 && lines[0] === pasted.trim() ? null : lines;
}

/** A pasted text as one line: line breaks become one space. Null where the browser may paste it as it is. */
export function lineToPaste(pasted: string): string | null {
  if (!/[\n\r\v\f\t\u0085\u2028\u2029]/u.test(pasted)) return null;
  return toPlainLines(withoutCellQuotes(pasted))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/**
 * Word's bullets of the fonts Wingdings and Symbol, which are letters in a plain text: `l⇥見守ります。`
 *
 * Gone where every line that has a tab begins with one.
 */
function withoutSymbols(text: string): string[] {
  const lines = text.split(/\r\n|[\r\n]/u);
  const tabbed = lines.filter((line) => line.includes('\t'));
  const marked = tabbed.length > 0 && tabbed.every((line) => symbol.test(line));
  return marked ? lines.map((line) => line.replace(symbol, '')) : lines;
}

const symbol = /^\s*[lnuvqpoØü§\uE000-\uF8FF]\t/u;

/** `[実績値]`, `【令和8年3月31日時点】`: nobody puts a mark before it. */
function isLabel(line: string): boolean {
  return /^(?:\[.*\]|［.*］|【.*】|〔.*〕)$/u.test(line);
}
