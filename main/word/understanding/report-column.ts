import type { ColumnField } from './field-names.ts';
import type { GradeScale } from './grades.ts';

/** A column of a report's table. */
export interface ReportColumn {
  /** Columns of the table's grid that it covers: from, and up to but without. */
  readonly from: number;
  readonly to: number;
  readonly heading: string;
  /** What its cells hold, top down; none where the heading says nothing that a report has. */
  readonly fields: readonly ColumnField[];
  /** Its cells hold grades of the targets, and nothing else. */
  readonly grades?: GradeScale;
}
