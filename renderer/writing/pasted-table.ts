import type { TableCell } from '../../shared/contract/table-requests.ts';
import { toPlainLines } from '../../shared/model/plain-text.ts';

export type PastedTable = readonly (readonly TableCell[])[];

/** The table that a pasted text is, cells parted by tabs as Excel writes it; null for any other text. */
export function tableOfText(text: string): PastedTable | null {
  const records = recordsOf(text).filter((record) => record.some((cell) => cell.trim() !== ''));
  const [first] = records;
  if (first === undefined || first.length < 2 || records.some(({ length }) => length !== first.length)) {
    return null;
  }
  return records.map((record) =>
    record.map((cell, column) => ({ lines: toPlainLines(cell), column, span: 1, merge: 'none' })),
  );
}

/** Records of cells; a cell with tabs, line breaks or quotation marks in it stands in quotation marks. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    const plain = /[^\t\r\n]*/y;
    quoted.lastIndex = plain.lastIndex = at;
    const [whole = '', inside] = quoted.exec(text) ?? plain.exec(text) ?? [];
    records.at(-1)?.push(inside === undefined ? whole : inside.replaceAll('""', '"'));
    at += whole.length;
    const parting = /^(?:\t|\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0] ?? '';
    at += parting.length;
    if (parting === '\t') {
      if (at === text.length) records.at(-1)?.push('');
    } else if (at < text.length) records.push([]);
  }
  return records;
}

/** The cells of the tables of a pasted page; null where there is none, or text stands around them. */
export function tableOfDocument(page: Document): PastedTable | null {
  const tables = [...page.querySelectorAll('table')].filter(
    (table) => table.parentElement?.closest('table') === null,
  );
  if (tables.length === 0 || hasTextAround(page.body)) return null;
  const rows = tables.flatMap((table) => cellsOf(table));
  const cells = rows.flat();
  return Math.max(0, ...cells.map(({ column, span }) => column + span)) < 2 ? null : rows;
}

function hasTextAround(body: HTMLElement): boolean {
  return linesOf(body, (element) => element.tagName === 'TABLE').some((line) => line !== '');
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

/** The lines of an element's text, as they stand on a page; only text is taken from it. */
function linesOf(element: Element, without: (element: Element) => boolean = () => false): string[] {
  const lines = [''];
  const write = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) write((node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' '));
    if (!(node.nodeType === Node.ELEMENT_NODE)) return;
    const { tagName } = node as Element;
    if (unread.has(tagName) || without(node as Element)) return;
    if (tagName === 'BR') lines.push('');
    const block = blocks.has(tagName);
    if (block && lines.at(-1)?.trim() !== '') lines.push('');
    if (tagName === 'LI') write('・');
    node.childNodes.forEach(walk);
    if (block) lines.push('');
  };
  element.childNodes.forEach(walk);
  return lines.flatMap(toPlainLines).map((line) => line.replaceAll('\u00a0', ' ').trim());
}

function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}
