import { hasText, linesOf } from './cell-lines.ts';
import { isOwnField } from '../../../shared/model/fields/field.ts';
import { comparable, type ColumnField } from './field-names.ts';
import { gradeScale } from './grades.ts';
import type { CellRow } from './placed-cell.ts';
import type { ReportColumn } from './report-column.ts';

/** What offices write over a column of grades, in the words of comparable. */
export const gradeHeadings: ReadonlySet<string> = new Set(
  [
    ...['評価', '自己評価', '達成評価', '総合評価', '評価区分', '評定', '判定', '達成判定', '区分'],
    ...['達成度', '達成度評価', '達成区分', '達成状況', '目標達成度', '目標達成状況', '目標の達成度'],
    ...['達成', '進捗', '進捗度', '進捗状況', '結果'],
  ].map(comparable),
);

/** A form's own field is what its heading says. */
function isOwn(field: ColumnField): boolean {
  return isOwnField(field);
}

/**
 * Columns with those that hold a grade for each target told apart: their heading may stand over one, their
 * cells hold nothing else, and what was reached is said in another column.
 */
export function withGrades(columns: readonly ReportColumn[], rows: readonly CellRow[]): ReportColumn[] {
  const plain = rows.filter(({ cells }) => cells.length === columns.length);
  return columns.map((column, at) => {
    const only = !columns.some(
      (other) =>
        other !== column && other.fields.some((field) => field === 'outcomes' || field === 'results'),
    );
    if (
      only ||
      column.fields.some(isOwn) ||
      column.anotherTime === true ||
      !gradeHeadings.has(comparable(column.heading))
    )
      return column;
    const texts = plain
      .flatMap(({ cells }) => linesOf(cells[at]?.blocks ?? []).filter(hasText))
      .map(({ text }) => text);
    const grades = gradeScale(texts);
    return grades === null ? column : { ...column, fields: [], grades };
  });
}
