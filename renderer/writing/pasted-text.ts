import { toPlainLines } from '../../shared/model/plain-text.ts';
import { withoutBullet } from '../../shared/reading/bullet.ts';

/**
 * The bullets that a pasted text says, without empty lines and typed marks.
 *
 * Marks and numbers go only where most lines have one: then they mark the lines, else they are text.
 * Null for one line to be pasted as it is.
 */
export function linesToPaste(pasted: string): string[] | null {
  const text = unquoted(pasted);
  const given = toPlainLines(text)
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
  return toPlainLines(unquoted(pasted))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** `[実績値]`, `【令和8年3月31日時点】`: nobody puts a mark before it. */
function isLabel(line: string): boolean {
  return /^(?:\[.*\]|［.*］|【.*】|〔.*〕)$/u.test(line);
}

/** A single cell of Excel with lines in it comes in quotation marks. */
function unquoted(pasted: string): string {
  const text = pasted.trimEnd();
  const cell = /^"((?:[^"]|"")*)"$/u.exec(text)?.[1];
  return cell?.includes('\n') === true ? cell.replaceAll('""', '"') : pasted;
}
