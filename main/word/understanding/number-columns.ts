import { hasText, linesOf, type CellLine } from './cell-lines.ts';
import { splitNumber } from './split-number.ts';
import type { CellRow, PlacedCell } from './placed-cell.ts';
import type { ReportColumn } from './report-column.ts';
import { isNumber } from './values.ts';

/**
 * Columns with the one that numbers the rows, where no heading says which it is: a column without a
 * heading that holds numbers and nothing else, or the titles' own when these count on, `1 …`, `2 …`.
 */
export function withNumbers(columns: readonly ReportColumn[], rows: readonly CellRow[]): ReportColumn[] {
  if (columns.some(({ fields }) => fields.includes('number'))) return [...columns];
  const plain = rows.filter(({ cells }) => cells.length === columns.length);
  const firstLines = (at: number): CellLine[] =>
    plain.flatMap(({ cells }) => firstLine(cells[at])).filter((line) => line !== null);
  const bare = columns.findIndex((column, at) => column.heading === '' && holdsNumbers(firstLines(at)));
  const title = columns.findIndex(({ fields }) => fields.includes('title'));
  const numbers = bare >= 0 ? bare : title >= 0 && countsOn(firstLines(title)) ? title : -1;
  return columns.map((column, at) =>
    at === numbers ? { ...column, fields: ['number', ...column.fields] } : column,
  );
}

function firstLine(cell: PlacedCell | undefined): CellLine | null {
  return linesOf(cell?.blocks ?? []).find(hasText) ?? null;
}

function holdsNumbers(lines: readonly CellLine[]): boolean {
  return lines.length > 0 && lines.every(({ text }) => isNumber(text));
}

/** True for two titles or more, each with the number that follows the last one's. */
function countsOn(lines: readonly CellLine[]): boolean {
  const numbers = lines.map(({ text }) => splitNumber(text)?.value ?? Number.NaN);
  return numbers.length > 1 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
}
