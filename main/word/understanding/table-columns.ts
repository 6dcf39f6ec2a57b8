import type { ViewRow, ViewTable } from '../reading/view-blocks.ts';
import { withGrades } from './grade-columns.ts';
import { linesOf } from './cell-lines.ts';
import { comparable } from './field-names.ts';
import { longestHeading } from './headings/heading-meaning.ts';
import { yearsIn } from './headings/periods.ts';
import { contentUnder, goesOnAsHeading, headingsIn, isHeadingRow } from './headings/heading-rows.ts';
import { stackedColumns } from './headings/stacked-headings.ts';
import type { ReadFor } from './known-form.ts';
import { withNumbers } from './number-columns.ts';
import type { PlacedCell } from './placed-cell.ts';
import type { ReportColumn } from './report-column.ts';
import { withSingleColumns } from './single-columns.ts';

/** The headings of a table, and the rows under them. */
export interface HeadedTable {
  readonly columns: readonly ReportColumn[];
  /** Place of the first heading row, and of the first row under them. */
  readonly start: number;
  readonly end: number;
  /** Where an initiative has as many rows as the headings, each under its own: the columns of each. */
  readonly layers: readonly HeadingLayer[];
  /** What the headings tell the writer besides, with the heading at which it stands. */
  readonly remarks: readonly { readonly heading: string; readonly text: string }[];
}

export interface HeadingLayer {
  readonly columns: readonly ReportColumn[];
  readonly shape: string;
}

/** Finds the headings of a report in `table`, wherever in it they stand; null when it has none. */
export function headingsOf(table: ViewTable, given: ReadFor): HeadedTable | null {
  const reading = { ...given, fiscalYear: given.fiscalYear ?? latestYear(table) };
  const found = table.rows.findIndex((row) => isHeadingRow(row, reading));
  if (found < 0) return null;
  const ofForm = headedAsForm(table, found, reading);
  if (ofForm !== null) return ofForm;
  let start = found;
  while (standsOver(table.rows[start - 1], table.rows[start], reading)) start -= 1;
  return headedFrom(table, start, reading);
}

/** A table that is headed as the form heads it holds what the form says, whatever its headings are. */
function headedAsForm({ rows }: ViewTable, start: number, reading: ReadFor): HeadedTable | null {
  const row = rows[start];
  const content = row === undefined ? null : contentUnder(row, reading);
  if (row === undefined || content === null) return null;
  const columns = headingsIn(row, reading).map(({ text, cell: { column, span } }, at): ReportColumn => {
    const { content: fields = [], ofEach } = content[at] ?? {};
    return {
      from: column,
      to: column + span,
      heading: text,
      fields,
      ...(ofEach === undefined ? {} : { ofEach }),
    };
  });
  return { columns, start, end: start + 1, layers: [], remarks: [] };
}

/** A row of names over a row of headings: what it says of a column goes on below, or is parted there. */
function standsOver(above: ViewRow | undefined, below: ViewRow | undefined, reading: ReadFor): boolean {
  if (above === undefined || below === undefined || !goesOnAsHeading(above, reading)) return false;
  const under = headingsIn(below, reading);
  return headingsIn(above, reading).some(({ text, cell: { column, span } }) => {
    const own = under.filter(({ cell }) => cell.column >= column && cell.column < column + span);
    const goesOn = own.every((heading) => heading.cell.merge === 'continued' || heading.text === '');
    return text !== '' && (own.length > 1 || goesOn);
  });
}

/** In a file that says no year: the latest that the first rows of a table name, next year's plans aside. */
function latestYear({ rows }: ViewTable): number | null {
  const texts = rows.slice(0, 4).flatMap(({ cells }) =>
    cells.map(({ blocks }) =>
      linesOf(blocks)
        .map(({ text }) => text)
        .join(''),
    ),
  );
  const named = texts.filter((text) => text.length <= longestHeading && /実績|結果|達成/.test(text));
  const years = named.flatMap((text) => yearsIn(comparable(text)));
  return years.length === 0 ? null : Math.max(...years);
}

function headedFrom({ rows }: ViewTable, start: number, reading: ReadFor): HeadedTable {
  let end = start + 1;
  while (end < rows.length && goesOnAsHeading(rows[end], reading)) end += 1;
  const headings = rows.slice(start, end);
  const below = rows.slice(end).filter((row) => !isHeadingRow(row, reading));
  const whole = (columns: readonly ReportColumn[]): ReportColumn[] => {
    const single = withSingleColumns(withGrades(columns, below), below);
    return withNumbers(single, below);
  };
  const layers = layersOf(headings, below, reading);
  const columns = layers.length > 0 ? layers.flatMap((layer) => layer.columns) : null;
  return {
    columns: columns ?? whole(stackedColumns(headings, reading)),
    start,
    end,
    layers,
    remarks: headings.flatMap((row) =>
      headingsIn(row, reading).flatMap(({ text, remarks }) =>
        remarks.map((remark) => ({ heading: text, text: remark })),
      ),
    ),
  };
}

/**
 * Rows of headings that are not over each other but one for each row of an initiative: the first rows below
 * are laid out as they are.
 */
function layersOf(
  headings: readonly ViewRow[],
  below: readonly ViewRow[],
  reading: ReadFor,
): HeadingLayer[] {
  if (headings.length < 2 || below.length < headings.length) return [];
  const shapes = headings.map((row) => shapeOf(row));
  const spans = new Set(headings.map((row) => shapeOf(row, false)));
  const same = (merges: boolean): boolean =>
    headings.every((row, at) => shapeOf(row, merges) === shapeOf(below[at] as ViewRow, merges));
  if (!(spans.size > 1 && same(false)) && !(new Set(shapes).size > 1 && same(true))) return [];
  return headings.map((row, at) => ({
    shape: shapeOf(row, spans.size === 1),
    columns: stackedColumns([...headings.slice(0, at).map(onlyMerged), row], reading),
  }));
}

/** A row with what goes on below it, and nothing else. */
function onlyMerged(row: ViewRow): ViewRow {
  return { ...row, cells: row.cells.filter(({ merge }) => merge !== 'none') };
}

/** How a row's cells lie, as text. */
export function shapeOf({ cells }: ViewRow, merges = true): string {
  return cells
    .map(({ column, span, merge }) => `${column}+${span}${merges && merge === 'continued' ? '~' : ''}`)
    .join();
}

/** The columns of a row below the headings. */
export function columnsOfRow({ columns, layers }: HeadedTable, row: ViewRow): readonly ReportColumn[] {
  const layer =
    layers.find(({ shape }) => shape === shapeOf(row)) ??
    layers.find(({ shape }) => shape === shapeOf(row, false));
  return layer?.columns ?? layers.at(-1)?.columns ?? columns;
}

/** The column that a cell belongs to: the one with which it shares most of the grid; null for none. */
export function columnOfCell(cell: PlacedCell, columns: readonly ReportColumn[]): ReportColumn | null {
  let best: ReportColumn | null = null;
  let shared = 0;
  for (const column of columns) {
    const both = Math.min(column.to, cell.column + cell.span) - Math.max(column.from, cell.column);
    if (both > shared) [best, shared] = [column, both];
  }
  return best;
}
