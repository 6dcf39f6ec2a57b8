/**
 * The records of a plain text whose cells are parted by tabs, as Excel writes it (after RFC 4180).
 *
 * A cell that has a line break, a tab or a quotation mark in it stands in quotation marks, which are doubled
 * inside. Marks around anything else are the author's, and stay.
 */
export function recordsOf(text: string): string[][] {
  const records: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    const plain = /[^\t\r\n]*/y;
    quoted.lastIndex = plain.lastIndex = at;
    const inQuotes = quoted.exec(text);
    const needed = inQuotes !== null && /[\t\r\n]|""/.test(inQuotes[1] ?? '');
    const [whole = '', inside] = (needed ? inQuotes : null) ?? plain.exec(text) ?? [];
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

/**
 * A plain text without the quotation marks that Excel put around its cells: of a column, of a single cell.
 *
 * Any other text stays as it is.
 */
export function withoutCellQuotes(text: string): string {
  if (!text.includes('"')) return text;
  const records = recordsOf(text.trimEnd());
  const cells = records.flat();
  const isColumn = records.every(({ length }) => length === 1);
  return isColumn && cells.some((cell) => /[\r\n]/.test(cell)) ? cells.join('\n') : text;
}

/** The text of a table, without what its cells were quoted and parted with. */
export function textOfRecords(text: string): string {
  return recordsOf(text)
    .map((cells) => cells.join(' '))
    .join('\n');
}
