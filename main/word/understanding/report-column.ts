import type { ItemPart } from '../../../shared/model/fields/item-parts.ts';
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
  /** In a table with a line for each target: the parts of each target or outcome that stand in its cells (FormColumn). */
  readonly ofEach?: readonly ItemPart[];
  /** Its cells hold the values of targets, or outcomes' figures, and nothing else. Those have no fields. */
  readonly values?: ValueField;
  /** Where two columns are for one field, the one with the lower number counts; 0 where nobody asked. */
  readonly place?: number;
  /** It is about another year, or about a part of the year: whatever its cells hold is not the report's. */
  readonly anotherTime?: boolean;
  /** Its cells hold grades of the targets, and nothing else. */
  readonly grades?: GradeScale;
}
