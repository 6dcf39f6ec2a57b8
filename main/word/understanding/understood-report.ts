import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import type { ColumnField } from './field-names.ts';

/** What was understood of a Word file, beside what the file says; nothing of its text is missing from it. */
export interface UnderstoodReport {
  readonly draft: ReportDraft;
  /** The fields for which the file has columns; the others of the draft are empty for want of one. */
  readonly fields: readonly RowField[];
  /** What the heading of the report did not say, and is empty in the draft. */
  readonly missing: readonly HeadingPart[];
  /** Lines of text in the file, column headings not counted, and how many of them are in the draft. */
  readonly paragraphs: number;
  readonly placed: number;
  readonly cells: readonly UnderstoodCell[];
  readonly unplaced: readonly Unplaced[];
  /** The file holds tracked changes, so a person is to be asked how to take them. */
  readonly hasTrackedChanges: boolean;
}

export const headingParts = ['municipality', 'department', 'headPost', 'headName'] as const;
export type HeadingPart = (typeof headingParts)[number];

export interface UnderstoodCell {
  /** Place of the row in the draft, from 1. */
  readonly row: number;
  readonly field: ColumnField;
  /** The lines of the file. */
  readonly says: readonly string[];
  /** The paragraphs that the field prints. */
  readonly understood: readonly string[];
}

/** A line of the file that is in no field. */
export interface Unplaced {
  readonly row: number | null;
  /** The field near which it stands, or the heading of its column. */
  readonly field: string | null;
  readonly text: string;
  readonly why: UnplacedReason;
}

export type UnplacedReason =
  /** It stands above or below the table, or in another table. */
  | 'outside-the-table'
  | 'header-or-footer'
  /** The file holds the reports of several departments: the first one is read. */
  | 'another-report'
  | 'footnote'
  /** Its column is for something that a report does not have. */
  | 'unknown-column'
  /** It stands across the whole table and names no section. */
  | 'across-the-table'
  /** A heading says it to whoever fills the table in. */
  | 'heading-remark'
  /** Its row sums up the others. */
  | 'total-row'
  /** Its row shows how one is filled in. */
  | 'example-row'
  /** Its row is not filled in. */
  | 'number-only'
  /** It stands where the row's number is, and is no number. */
  | 'not-a-number'
  /** A field can't hold so long a line, or so many. */
  | 'too-long'
  | 'too-many'
  /** Nobody reads it in the file: it is formatted as hidden, or stands in a row or cell of which Word shows nothing. */
  | 'hidden'
  /** It is struck through by hand. */
  | 'struck'
  /** A form shows it in a field that nobody has filled in. */
  | 'placeholder';

/** Why no report could be read off a Word file. */
export type UnderstandingFailure =
  /** No table has the headings of a report. */
  | {
      readonly code: 'report-table-missing';
      readonly tables: number;
      /** What stands where headings would, of the first tables or lines. */
      readonly seen: readonly string[];
    }
  /** Nothing in the file says which fiscal year it is for. */
  | { readonly code: 'report-year-missing' };
