import type { ViewCell, ViewRow, ViewTable } from '../reading/view-blocks.ts';
import { hasText, linesOf } from './cell-lines.ts';
import { fieldsInHeading, type ColumnField } from './field-names.ts';
import { withGrades } from './grade-columns.ts';
import { withNumbers } from './number-columns.ts';
import type { ReportColumn } from './report-column.ts';
import { isNumber } from './values.ts';

/** The headings of a table, and the rows under them. */
export interface HeadedTable {
  readonly columns: readonly ReportColumn[];
  /** Place of the first heading row, and of the first row under them. */
  readonly start: number;
  readonly end: number;
}

/** Fields of which two make a table a report's: a section alone stands in many tables. */
const telling: ReadonlySet<ColumnField> = new Set([
  'title',
  'plan',
  'targets',
  'results',
  'direction',
  'outcomes',
]);

/** Longer cells are no headings. */
const longestHeading = 60;

/** Finds the headings of a report in `table`, wherever in it they stand; null when it has none. */
export function headingsOf(table: ViewTable): HeadedTable | null {
  const start = table.rows.findIndex(isHeadingRow);
  return start < 0 ? null : headedFrom(table, start);
}

/** True for a row that says over which columns what stands. */
export function isHeadingRow(row: ViewRow): boolean {
  const read = row.cells.map(headingOf).filter(({ text }) => text !== '');
  const known = read.filter(({ share }) => share >= 0.5);
  const fields = new Set(known.flatMap((heading) => heading.fields).filter((field) => telling.has(field)));
  // A row of the report may hold labels and nothing else; its number or the program's marks tell it.
  const ofReport =
    read.some(({ text }) => isNumber(text)) ||
    row.cells.some(({ blocks }) =>
      blocks.some((block) => 'bookmarks' in block && block.bookmarks.length > 0),
    );
  return (
    !ofReport &&
    read.every(({ text }) => text.length <= longestHeading) &&
    fields.size >= 2 &&
    known.length >= 2 &&
    known.length * 2 >= read.length
  );
}

function headedFrom(table: ViewTable, start: number): HeadedTable {
  let end = start + 1;
  while (end < table.rows.length && continuesHeading(table.rows[end], table.rows[end - 1])) end += 1;
  const below = table.rows.slice(end).filter((row) => !isHeadingRow(row));
  const columns = withGrades(columnsOf(table.rows.slice(start, end)), below);
  return { columns: withNumbers(columns, below), start, end };
}

/** A second row of headings, under cells that are merged with it or that span it. */
function continuesHeading(row: ViewRow | undefined, above: ViewRow | undefined): boolean {
  if (row === undefined || above === undefined) return false;
  if (isHeadingRow(row)) return true;
  const own = row.cells
    .filter(({ merge }) => merge !== 'continued')
    .map(headingOf)
    .filter(({ text }) => text !== '');
  const merged = row.cells.some(({ merge }) => merge === 'continued');
  const startedAbove = above.cells.some(({ merge }) => merge !== 'none');
  return merged && startedAbove && own.length > 0 && own.every(({ share }) => share >= 0.5);
}

interface Heading {
  readonly text: string;
  readonly fields: readonly ColumnField[];
  readonly share: number;
}

function headingOf({ blocks }: ViewCell): Heading {
  const text = linesOf(blocks)
    .filter(hasText)
    .map((line) => line.text.trim())
    .join('');
  // No need to look for names in a cell that is none by its length.
  return { text, ...(text.length > longestHeading ? { fields: [], share: 0 } : fieldsInHeading(text)) };
}

/** One column for each cell of the lowest row of headings. */
function columnsOf(rows: readonly ViewRow[]): ReportColumn[] {
  const lowest = rows.at(-1);
  if (lowest === undefined) return [];
  return lowest.cells.map((cell) => {
    const [from, to] = [cell.column, cell.column + cell.span];
    const above = rows
      .map((row) =>
        row.cells.filter(({ column, span }) => column < to && column + span > from).map(headingOf),
      )
      .map((headings) => headings.find(({ text }) => text !== ''))
      .filter((heading) => heading !== undefined);
    // The lowest heading that says something counts: 結果 over 今後の取組 is 今後の取組.
    const heading =
      above.findLast(({ fields, share }) => fields.length > 0 && share >= 0.4) ?? above.at(-1);
    const known = heading !== undefined && heading.share >= 0.4;
    return { from, to, heading: heading?.text ?? '', fields: known ? heading.fields : [] };
  });
}

/** The column that a cell belongs to: the one with which it shares most of the grid; null for none. */
export function columnOfCell(cell: ViewCell, columns: readonly ReportColumn[]): ReportColumn | null {
  let best: ReportColumn | null = null;
  let shared = 0;
  for (const column of columns) {
    const both = Math.min(column.to, cell.column + cell.span) - Math.max(column.from, cell.column);
    if (both > shared) [best, shared] = [column, both];
  }
  return best;
}
