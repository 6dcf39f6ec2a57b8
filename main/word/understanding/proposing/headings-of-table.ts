import type { ItemPart } from '../../../../shared/model/fields/item-parts.ts';
import type { ViewRow, ViewTable } from '../../reading/view-blocks.ts';
import { hasText, linesOf } from '../cell-lines.ts';
import { longestHeading } from '../headings/heading-meaning.ts';
import { isHeadingRow } from '../headings/heading-rows.ts';
import type { ReadFor } from '../known-form.ts';
import { sheetRows } from '../sheet/sheet-rows.ts';
import { headingsOf } from '../table-columns.ts';
import type { ColumnField } from '../field-names.ts';

/** A column of a table as it is headed there. */
export interface HeadedColumn {
  /** At least one line, empty where nothing stands there. */
  readonly heading: readonly string[];
  /** What names of a report's fields it is made of; none for any other heading. */
  readonly fields: readonly ColumnField[];
  /** The parts of each target or outcome, in a table that is headed as a form with a line for each. */
  readonly ofEach?: readonly ItemPart[];
  /** Millimetres; null where the file does not say it. */
  readonly width: number | null;
  /** What stands in brackets on a line of its own in most of its cells, as [目標値]. */
  readonly labels: readonly ColumnLabel[];
}

export interface ColumnLabel {
  readonly text: string;
  /** It opens the cells. */
  readonly first: boolean;
}

/** As a form says. */
const mostHeadingLines = 4;

/** The columns of a table, by its headings, or by its first row where nobody knows them; null for no such table. */
export function headedColumns(table: ViewTable, reading: ReadFor): readonly HeadedColumn[] | null {
  const known = headingsOf(table, reading);
  if (known !== null && known.layers.length === 0) {
    const rows = table.rows.slice(known.start, known.end);
    const below = table.rows.slice(known.end).filter((row) => !isHeadingRow(row, reading));
    return known.columns.map(({ from, to, fields, ofEach }) => ({
      heading: linesOver(rows, from, to),
      fields,
      ...(ofEach === undefined ? {} : { ofEach }),
      width: widthOf(table, from, to),
      labels: labelsIn(below, from, to),
    }));
  }
  if (known !== null || sheetRows(table, { reading, above: null, goesOn: false }) !== null) return null;
  return columnsOfFirstRow(table);
}

/** The number of columns that a table must have to be a report's where nobody knows its headings. */
const leastUnknown = 3;

function columnsOfFirstRow(table: ViewTable): readonly HeadedColumn[] | null {
  const marked = table.rows.findIndex(({ heading }) => !heading);
  const rows = table.rows.slice(0, Math.max(1, marked));
  const lowest = rows.at(-1);
  if (lowest === undefined || lowest.cells.length < leastUnknown) return null;
  const columns = lowest.cells.map(({ column, span }) => ({
    heading: linesOver(rows, column, column + span),
    fields: [],
    width: widthOf(table, column, column + span),
    labels: labelsIn(table.rows.slice(rows.length), column, column + span),
  }));
  const areHeadings = columns.every(({ heading }) => {
    const text = heading.join('');
    return text !== '' && text.length <= longestHeading && !/。$/u.test(text);
  });
  return areHeadings ? columns : null;
}

/** What stands over a column, topmost first. */
function linesOver(
  rows: readonly ViewRow[],
  from: number,
  to: number,
  mostLines: number = mostHeadingLines,
): string[] {
  const lines = rows.flatMap(({ cells }) =>
    cells
      .filter(({ column, span, merge }) => column < to && column + span > from && merge !== 'continued')
      .flatMap(({ blocks }) => linesOf(blocks).filter(hasText))
      .map(({ text }) => text.trim().slice(0, 200)),
  );
  if (lines.length > mostLines)
    return [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join('')];
  return lines.length === 0 ? [''] : lines;
}

/** So many rows are looked at. */
const mostRows = 50;

function labelsIn(rows: readonly ViewRow[], from: number, to: number): ColumnLabel[] {
  const cells = rows
    .slice(0, mostRows)
    .map((row) => linesOver([row], from, to, Number.MAX_SAFE_INTEGER))
    .filter((lines) => lines.some((line) => line !== ''));
  const count = new Map<string, number>();
  for (const lines of cells) {
    for (const line of new Set(lines)) {
      if (isBracketed(line)) count.set(line, (count.get(line) ?? 0) + 1);
    }
  }
  return [...count].flatMap(([text, times]) =>
    times * 2 > cells.length ? [{ text, first: cells.every((lines) => !lines.includes(text, 1)) }] : [],
  );
}

/** [目標値], 【実績値】, <今後の取組>, and nothing else on its line; (総務課) is no label. */
function isBracketed(line: string): boolean {
  return /^(?:\[[^\]]{1,30}\]|［[^］]{1,30}］|【[^】]{1,30}】|〔[^〕]{1,30}〕|<[^>]{1,30}>|＜[^＞]{1,30}＞|〈[^〉]{1,30}〉)$/u.test(
    line,
  );
}

function widthOf({ grid = [] }: ViewTable, from: number, to: number): number | null {
  const widths = grid.slice(from, to);
  const width = widths.reduce((sum, each) => sum + each, 0);
  return widths.length === to - from && width > 0 ? width : null;
}
