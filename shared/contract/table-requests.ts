import * as v from 'valibot';
import { officeFormSchema } from '../model/forms/office-form.ts';
import {
  figuresSchema,
  lineSchema,
  optionalLineSchema,
  ownValuesSchema,
  paragraphsSchema,
} from '../model/report.ts';
import { rowFieldSchema } from '../model/fields/schemas.ts';
import { request } from './request.ts';

/** What the cells of a column may hold: a number, a field, or only the values of one (目標値, 実績値). */
const columnFieldSchema = v.union([v.picklist(['number', 'target-values', 'figures']), rowFieldSchema]);

/** A cell of a table from elsewhere, by its place in the table's grid (columns from 0). */
const tableCellSchema = v.object({
  /** Its lines, top down, empty ones too. */
  lines: v.pipe(v.array(lineSchema), v.maxLength(2_000), v.readonly()),
  column: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
  span: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
  /**
   * `start`: merged with the cells below; `continued`: part of the cell above; `unknown`: of a plain text,
   * in which a merged cell is an empty one.
   */
  merge: v.picklist(['none', 'start', 'continued', 'unknown']),
});

/** A row of the report as it was understood; outcomes name targets by their place in the row, from 0. */
const readRowSchema = v.object({
  title: lineSchema,
  section: lineSchema,
  plan: paragraphsSchema,
  targets: v.array(v.object({ measure: lineSchema, note: optionalLineSchema, value: optionalLineSchema })),
  results: paragraphsSchema,
  direction: paragraphsSchema,
  /** What the form's own fields hold; left out where nothing stands in them. */
  own: v.exactOptional(ownValuesSchema),
  outcomes: v.array(
    v.object({
      statement: lineSchema,
      asOf: optionalLineSchema,
      figures: figuresSchema,
      targets: v.array(v.number()),
    }),
  ),
});

/** Rows that somebody pastes from Word, Excel or a mail. */
export const tableRequests = {
  /**
   * Understands rows of a table as rows of a report, as import from Word does. Nothing is stored.
   *
   * `columns` says what each column of the grid holds; null takes it from headings in the table, else
   * from the order of the official table, beginning at `field` where that is given. Answers the columns
   * as they were taken, the rows, and each row's lines (`row` from 1) that no field holds. What a row does
   * not say of a target or an outcome is empty: of 目標値 alone comes a target without words. `form` is the report's, by
   * whose fields and headings columns are known, too; null for the official one.
   */
  'tables.understand': request(
    'works',
    v.object({
      rows: v.pipe(
        v.array(v.pipe(v.array(tableCellSchema), v.maxLength(200), v.readonly())),
        v.maxLength(2_000),
        v.readonly(),
      ),
      columns: v.nullable(v.array(v.array(columnFieldSchema))),
      field: v.nullable(rowFieldSchema),
      form: v.optional(v.nullable(officeFormSchema), null),
    }),
    v.object({
      columns: v.array(v.object({ heading: v.string(), fields: v.array(columnFieldSchema) })),
      rows: v.array(readRowSchema),
      unplaced: v.array(v.object({ row: v.number(), text: v.string() })),
    }),
  ),
} as const;

export type ColumnField = v.InferOutput<typeof columnFieldSchema>;
export type TableCell = v.InferOutput<typeof tableCellSchema>;
export type ReadRow = v.InferOutput<typeof readRowSchema>;
