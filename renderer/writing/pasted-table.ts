import type { TableCell } from '../../shared/contract/table-requests.ts';
import { toPlainLines } from '../../shared/model/plain-text.ts';
import { isLoneMark } from '../../shared/reading/bullet.ts';
import { recordsOf } from './pasted-records.ts';

export type PastedTable = readonly (readonly TableCell[])[];

/** The table that a pasted text is, cells parted by tabs as Excel writes it; null for any other text. */
export function tableOfText(text: string): PastedTable | null {
  const records = recordsOf(text).filter((record) => record.some((cell) => cell.trim() !== ''));
  const [first] = records;
  if (first === undefined || first.length < 2 || records.some(({ length }) => length !== first.length)) {
    return null;
  }
  if (isList(records)) return null;
  return records.map((record) =>
    record.map((cell, column) => ({ lines: toPlainLines(cell), column, span: 1, merge: 'unknown' })),
  );
}

/** Signs that stand in a table of grades, too: a list has one and the same in each line. */
const grades = /^[○◎△×●▲]$/u;
/** What Word's own bullets of the fonts Wingdings and Symbol are in a plain text. */
const symbolBullets = /^[lnuvqpoØü§\uE000-\uF8FF]$/u;

/** Lines that each begin with a bullet or a list's number and a tab: a list, though tabs part it like a table. */
function isList(records: readonly (readonly string[])[]): boolean {
  const marks = records.map((record) => record.find((cell) => cell.trim() !== '')?.trim() ?? '');
  const graded = marks.filter((mark) => grades.test(mark));
  if (new Set(graded).size > 1) return false;
  return marks.every((mark) => isLoneMark(mark) || grades.test(mark) || symbolBullets.test(mark));
}

/** The tables of a pasted page, as one. */
export interface TableOfDocument {
  readonly rows: PastedTable;
  /** Lines above, between and below them: a whole document was copied. */
  readonly around: readonly string[];
}

/** Null where there is no table, or where it is a small part of the text. */
export function tableOfDocument(page: Document): TableOfDocument | null {
  const tables = [...page.querySelectorAll('table')].filter(
    (table) => table.parentElement?.closest('table') === null,
  );
  if (tables.length === 0) return null;
  const rows = tables.flatMap((table) => cellsOf(table));
  const width = Math.max(0, ...rows.flat().map(({ column, span }) => column + span));
  const around = linesOf(page.body, ({ tagName }) => tagName === 'TABLE').filter((line) => line !== '');
  if (width < 2) return null;
  // A mail that has a table in it is text; a report's title over its table is not.
  if (around.length > 0 && (width < 3 || lengthOf(around) * 3 > lengthOf(linesIn(rows)))) return null;
  return { rows, around };
}

function linesIn(rows: PastedTable): string[] {
  return rows.flat().flatMap(({ lines }) => lines);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

/** Cells by their place in the grid; a cell that reaches down stands in each row that it covers. */
function cellsOf(table: HTMLTableElement): TableCell[][] {
  const reaching = new Map<number, { left: number; span: number }>();
  return [...table.rows].map((row) => {
    const cells: TableCell[] = [];
    let column = 0;
    const passReaching = (): void => {
      for (let above = reaching.get(column); above !== undefined && above.left > 0;) {
        above.left -= 1;
        cells.push({ lines: [], column, span: above.span, merge: 'continued' });
        column += above.span;
        above = reaching.get(column);
      }
    };
    for (const cell of row.cells) {
      passReaching();
      const [span, down] = [Math.max(1, cell.colSpan), Math.max(1, cell.rowSpan)];
      reaching.set(column, { left: down - 1, span });
      cells.push({
        lines: trimmed(linesOf(cell)),
        column,
        span,
        merge: down > 1 ? 'start' : 'none',
      });
      column += span;
    }
    passReaching();
    return cells;
  });
}

const blocks = new Set('P DIV LI TR TABLE UL OL H1 H2 H3 H4 H5 H6 BLOCKQUOTE'.split(' '));
/** What is not to be read: what was deleted while changes are tracked, and the reading over a word. */
const unread = new Set('SCRIPT STYLE HEAD TITLE DEL RT RP TEMPLATE OBJECT'.split(' '));

/** A list's bullet or number, which Word writes out before the text. */
const listMark = /mso-list:\s*ignore/i;
/** What Word puts on the clipboard beside the text: comments and notes with their marks, what is hidden. */
const notOfTheText =
  /mso-special-character:\s*(?:comment|footnote|endnote)\b|mso-element:\s*(?:comment|footnote|endnote)|mso-comment-continuation|mso-hide:\s*all|display:\s*none/i;

/** The lines of an element's text, as they stand on a page; only text is taken from it. */
export function linesOf(element: Element, without: (element: Element) => boolean = () => false): string[] {
  const lines = [''];
  const write = (text: string): void => {
    lines.push(`${lines.pop() ?? ''}${text}`);
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) write((node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' '));
    if (!(node.nodeType === Node.ELEMENT_NODE)) return;
    const { tagName } = node as Element;
    const style = (node as Element).getAttribute('style') ?? '';
    if (unread.has(tagName) || notOfTheText.test(style) || without(node as Element)) return;
    if (listMark.test(style)) {
      write('・');
      return;
    }
    if (tagName === 'BR') lines.push('');
    const block = blocks.has(tagName);
    // The first paragraph of a list's item stands beside its bullet.
    if (block && !['', '・'].includes(lines.at(-1)?.trim() ?? '')) lines.push('');
    if (tagName === 'LI') write('・');
    node.childNodes.forEach(walk);
    if (block && lines.at(-1) !== '') lines.push('');
  };
  element.childNodes.forEach(walk);
  return lines.flatMap(toPlainLines).map((line) => line.replaceAll('\u00a0', ' ').trim());
}

function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}
