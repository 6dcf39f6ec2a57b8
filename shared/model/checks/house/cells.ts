/**
 * Tables as text: what Excel writes as CSV (commas, quotes) or puts on the clipboard (tabs), and back.
 */

/** Longest text that is read as a table, and most rows of it. */
export const longestTable = 4_000_000;
export const mostRows = 20_000;

export interface TableRow {
  /** Line of the text on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a table that say something, trimmed. Null where the text is too long or has too many rows. */
export function readTable(text: string): readonly TableRow[] | null {
  if (text.length > longestTable) return null;
  const source = text.replace(/^\uFEFF/u, '');
  const [firstLine = ''] = source.split(/\r?\n/u, 1);
  const between = firstLine.includes('\t') ? '\t' : ',';
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let begins = 1;
  const endRow = (): void => {
    const all = [...cells, cell].map(plainCell);
    if (all.some((one) => one !== '')) rows.push({ line: begins, cells: all });
    cells = [];
    cell = '';
    begins = line;
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === between) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      if (rows.length > mostRows) return null;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows.length > mostRows ? null : rows;
}

/** Without the apostrophe that keeps a spreadsheet from reading a cell as a formula. */
function plainCell(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/u, '');
}

/** CSV that Excel opens in Japanese: with a BOM, lines ended by CRLF. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const harmless = /^[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}
