import * as v from 'valibot';
import { editSchema } from '../model/edits.ts';
import { identifierSchema, initiativeSchema } from '../model/report.ts';
import { rowFieldSchema } from '../model/fields/schemas.ts';
import { stepCauseSchema } from '../model/step-cause.ts';
import { request } from './request.ts';

const historyEntrySchema = v.object({
  /** Which step of the report it was, from 1. */
  sequence: v.number(),
  /** ISO 8601, UTC. */
  at: v.string(),
  author: v.string(),
  kind: v.picklist(['do', 'undo', 'redo']),
  /** What brought the step about (of `undo` and `redo`: the step that they reverse); null where its edits say all. */
  cause: v.nullable(stepCauseSchema),
  /** The step's edits that touch what was asked for, in order; the first 200 of them. */
  edits: v.array(editSchema),
  /** How many such edits are left out. */
  moreEdits: v.number(),
});

/** What was done to a report, read off its log, and what the same row said a year earlier. */
export const historyRequests = {
  /**
   * Steps that touched a report, one row of it or one field of that row; newest first.
   *
   * A field's history includes the row being added or removed. `before` is the `sequence` of the
   * last entry seen. An old text is put back by an ordinary edit.
   */
  'history.list': request(
    'works',
    v.pipe(
      v.object({
        report: identifierSchema,
        initiative: v.nullable(identifierSchema),
        field: v.nullable(rowFieldSchema),
        before: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
        limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 50),
      }),
      v.check(({ initiative, field }) => initiative !== null || field === null, 'a field is of a row'),
    ),
    v.object({ entries: v.array(historyEntrySchema), more: v.boolean() }),
  ),

  /**
   * The same row in the department's report of the fiscal year before; `found` null when there is none.
   *
   * What a person confirmed (that it goes on from none, too) beats the guess by title and section.
   */
  'rows.lastYear': request(
    'works',
    v.object({ report: identifierSchema, initiative: identifierSchema }),
    v.object({
      /** A person said so. */
      confirmed: v.boolean(),
      found: v.nullable(
        v.object({
          yearLabel: v.string(),
          report: identifierSchema,
          /** Its number there, from 1. */
          row: v.number(),
          initiative: initiativeSchema,
        }),
      ),
    }),
  ),
} as const;

export type HistoryEntry = v.InferOutput<typeof historyEntrySchema>;
