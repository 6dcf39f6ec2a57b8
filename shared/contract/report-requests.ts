import * as v from 'valibot';
import { officeFormSchema } from '../model/forms/office-form.ts';
import { editSchema, stepSchema } from '../model/edits.ts';
import {
  identifierSchema,
  reportHeadingSchema,
  reportSchema,
  writingStageSchema,
} from '../model/report.ts';
import { stepCauseSchema } from '../model/step-cause.ts';
import { request } from './request.ts';

const report = v.object({ report: identifierSchema });

export const reportSummarySchema = v.object({
  id: identifierSchema,
  ...reportHeadingSchema.entries,
  /** 作成中; 決裁済み: nothing can be changed until a new 版 is begun. */
  state: v.picklist(['draft', 'signed']),
  /** 版, from 1. */
  revision: v.number(),
  rows: v.number(),
  /** ISO 8601, UTC. */
  changedAt: v.string(),
});

/** What a step did, as facts; the page words it. */
export const stepSummarySchema = v.object({
  kinds: v.array(v.string()),
  /** The one field that the step touched, as outside tools name it; null when there are several. */
  field: v.nullable(v.string()),
  /** Number of the one row touched, as it stands now; null when there are several or it is gone. */
  row: v.nullable(v.number()),
  /** What brought it about; null where its edits say all. */
  cause: v.nullable(stepCauseSchema),
});

/** What can be undone and redone now. */
const historySchema = v.object({
  undo: v.nullable(stepSummarySchema),
  redo: v.nullable(stepSummarySchema),
});

/** What an accepted step leaves behind: `sequence` counts the report's steps. */
const acceptedSchema = v.object({ sequence: v.number(), savedAt: v.string(), history: historySchema });
/**
 * With `stored`, the step stood there already with other edits: another page had found an earlier draft of it
 * and stored that, or this is such an earlier draft.
 */
const storedStepSchema = v.object({ ...acceptedSchema.entries, stored: v.optional(v.array(editSchema)) });
const takenBackSchema = v.object({ ...acceptedSchema.entries, edits: v.array(editSchema) });

/** How far a report is: what is being written, its rows, and how many of them lack nothing of what that asks for. */
const progressSchema = v.object({ stage: writingStageSchema, rows: v.number(), complete: v.number() });

/** Reports: listing, making, reading, changing, taking back. */
export const reportRequests = {
  'reports.list': request('works', v.object({}), v.array(reportSummarySchema)),
  /** Counts the rows; the count is remembered until the report changes. */
  'reports.progress': request('works', report, progressSchema),
  /**
   * An empty report; with `from`, one whose rows go on from those of an earlier year's report: their names
   * and sections, or what was planned and aimed at, too; it is written in the earlier report's form. Each row is linked to
   * the one it goes on from.
   * Without `stage` what is written in it decides.
   */
  'reports.create': request(
    'works',
    v.object({
      ...reportHeadingSchema.entries,
      stage: v.optional(v.nullable(writingStageSchema), null),
      from: v.optional(v.object({ report: identifierSchema, parts: v.picklist(['names', 'plans']) })),
      /** The form that it is written in; left out: that of the report it goes on from, else the official one. */
      form: v.exactOptional(officeFormSchema),
    }),
    report,
  ),
  'reports.read': request(
    'works',
    report,
    v.object({
      report: reportSchema,
      sequence: v.number(),
      /** When it was last changed (made, if never): ISO 8601, UTC. */
      savedAt: v.string(),
      history: historySchema,
    }),
  ),
  /** Stores a step; the same step id again answers as before and stores nothing. */
  'reports.edit': request(
    'works',
    v.object({ report: identifierSchema, step: stepSchema }),
    storedStepSchema,
  ),
  /** Takes the last step back (or does it again) and says which edits that took. */
  'reports.undo': request('works', report, takenBackSchema),
  'reports.redo': request('works', report, takenBackSchema),
} as const;

export type ReportSummary = v.InferOutput<typeof reportSummarySchema>;
export type Progress = v.InferOutput<typeof progressSchema>;
export type StepSummary = v.InferOutput<typeof stepSummarySchema>;
export type History = v.InferOutput<typeof historySchema>;
export type Accepted = v.InferOutput<typeof acceptedSchema>;
export type StoredStep = v.InferOutput<typeof storedStepSchema>;
