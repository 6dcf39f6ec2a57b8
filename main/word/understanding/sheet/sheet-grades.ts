import { hasText, linesOf } from '../cell-lines.ts';
import { comparable } from '../field-names.ts';
import { gradeHeadings } from '../grade-columns.ts';
import { gradeScale } from '../grades.ts';
import type { ReportColumn } from '../report-column.ts';
import type { TableRow } from '../report-tables.ts';

/** Rows made of sheets, with what holds a grade in each of them told apart: a scale shows in all sheets only. */
export function withSheetGrades(rows: readonly TableRow[]): TableRow[] {
  const texts = new Map<string, string[]>();
  for (const { cells, columns } of rows.filter(isSheetRow)) {
    for (const column of columns.filter(isGraded)) {
      const own = cells.filter((cell) => cell.column === column.from);
      const said = own.flatMap(({ blocks }) => linesOf(blocks)).filter(hasText);
      const key = comparable(column.heading);
      texts.set(key, [...(texts.get(key) ?? []), ...said.map(({ text }) => text)]);
    }
  }
  return rows.map((row) => ({
    ...row,
    columns: !isSheetRow(row)
      ? row.columns
      : row.columns.map((column) => {
          const grades = isGraded(column) ? gradeScale(texts.get(comparable(column.heading)) ?? []) : null;
          return grades === null ? column : { ...column, fields: [], grades };
        }),
  }));
}

function isGraded({ heading, anotherTime }: ReportColumn): boolean {
  return anotherTime !== true && gradeHeadings.has(comparable(heading));
}

/** A sheet's row has a grid of its own, a cell a column. */
function isSheetRow({ sheet }: TableRow): boolean {
  return sheet === true;
}
