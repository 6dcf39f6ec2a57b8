import type { ColumnField } from './field-names.ts';
import type { GradeScale } from './grades.ts';

/** What a column of a pasted table may hold without the words around it. */
export type ValueField = 'target-values' | 'figures';

/** A column of a report's table. */
export interface ReportColumn {
  /** Columns of the table's grid that it covers: from, and up to but without. */
  readonly from: number;
  readonly to: number;
  readonly heading: string;
  /** What its cells hold, top down; none where the heading says nothing that a report has. */
  readonly fields: readonly ColumnField[];
  /** Its cells hold the values of targets, or outcomes' figures, and nothing else. Those have no fields. */
  readonly values?: ValueField;
  /** Its cells hold grades of the targets, and nothing else. */
  readonly grades?: GradeScale;
}
