import * as v from 'valibot';
import { isOwnField, type OwnField } from './fields/field.ts';
import { officeFormSchema } from './forms/office-form.ts';
import { editCalledNow } from './fields/called-now.ts';
import { setOutcomeField, setReportField, setRowField, setTargetField } from './fields/set-field.ts';
import {
  identifierSchema,
  initiativeSchema,
  outcomeSchema,
  targetSchema,
  writingStageSchema,
} from './report.ts';
import { reportStandingSchema, rowStandingSchema } from './states/standing.ts';
import { stepCauseSchema } from './step-cause.ts';

/**
 * Every change that a person can make, as a value.
 *
 * An edit carries what was there before, so that it can be taken back (invert-edit.ts) and so that
 * one made against other content is noticed (apply-edit.ts) instead of overwriting it. The page
 * applies an edit at once, main stores and logs it; undo, history and merge are read from that log.
 */

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const row = { initiative: identifierSchema };

const setStage = v.object({
  kind: v.literal('set-stage'),
  before: v.nullable(writingStageSchema),
  after: v.nullable(writingStageSchema),
});

/** The report goes on, or back; whether that may be is asked of states/refusal.ts. */
const setReportStanding = v.object({
  kind: v.literal('set-report-standing'),
  before: v.nullable(reportStandingSchema),
  after: v.nullable(reportStandingSchema),
});

/** Null is the official form. */
const setForm = v.object({
  kind: v.literal('set-form'),
  before: v.nullable(officeFormSchema),
  after: v.nullable(officeFormSchema),
});

const addInitiative = v.object({
  kind: v.literal('add-initiative'),
  at: place,
  initiative: initiativeSchema,
});
const removeInitiative = v.object({
  kind: v.literal('remove-initiative'),
  at: place,
  initiative: initiativeSchema,
});
/** `to` is the row's place after the move, counted in the list without it. */
const moveInitiative = v.object({
  kind: v.literal('move-initiative'),
  ...row,
  from: place,
  to: place,
});

/** A row is handed in, confirmed or returned, or what it declared is opened. */
const setRowStanding = v.object({
  kind: v.literal('set-row-standing'),
  ...row,
  before: v.nullable(rowStandingSchema),
  after: v.nullable(rowStandingSchema),
});

const setPageBreak = v.object({
  kind: v.literal('set-page-break'),
  ...row,
  /** Whose pages break; those of the report in what was logged before it was said. */
  document: v.optional(writingStageSchema, 'report'),
  before: v.boolean(),
  after: v.boolean(),
});
const addTarget = v.object({ kind: v.literal('add-target'), ...row, at: place, target: targetSchema });
const removeTarget = v.object({
  kind: v.literal('remove-target'),
  ...row,
  at: place,
  target: targetSchema,
});
const moveTarget = v.object({
  kind: v.literal('move-target'),
  ...row,
  target: identifierSchema,
  from: place,
  to: place,
});
const addOutcome = v.object({ kind: v.literal('add-outcome'), ...row, at: place, outcome: outcomeSchema });
const removeOutcome = v.object({
  kind: v.literal('remove-outcome'),
  ...row,
  at: place,
  outcome: outcomeSchema,
});
const moveOutcome = v.object({
  kind: v.literal('move-outcome'),
  ...row,
  outcome: identifierSchema,
  from: place,
  to: place,
});
/** Edits of the report itself: its heading, its stage and standing, its form, and which rows stand where. */
export const reportEditSchema = v.variant('kind', [
  setReportField,
  setStage,
  setReportStanding,
  setForm,
  addInitiative,
  removeInitiative,
  moveInitiative,
]);

/** Edits inside one row. */
export const initiativeEditSchema = v.variant('kind', [
  setRowField,
  setRowStanding,
  setPageBreak,
  addTarget,
  removeTarget,
  moveTarget,
  setTargetField,
  addOutcome,
  removeOutcome,
  moveOutcome,
  setOutcomeField,
]);

export const editSchema = v.variant('kind', [reportEditSchema, initiativeEditSchema]);

/** An edit as it was once written down, perhaps under a former name. */
export const storedEditSchema = v.pipe(v.unknown(), v.transform(editCalledNow), editSchema);

export type ReportEdit = Readonly<v.InferOutput<typeof reportEditSchema>>;
export type InitiativeEdit = Readonly<v.InferOutput<typeof initiativeEditSchema>>;
export type Edit = ReportEdit | InitiativeEdit;

/** A field says something else. */
export type FieldEdit = Extract<Edit, { kind: 'set-field' }>;
/** … of a row, a target or an outcome. */
export type InitiativeFieldEdit = Exclude<FieldEdit, { owner: 'report' }>;
/** … a field that a form brings: a line or a list of lines. */
export type OwnFieldEdit = Extract<FieldEdit, { field: OwnField }>;

export function isOwnFieldEdit(edit: FieldEdit): edit is OwnFieldEdit {
  return isOwnField(edit.field);
}

/** What a person did in one go, and takes back in one go. `id` is made where the step is made, once. */
export const stepSchema = v.object({
  id: identifierSchema,
  edits: v.pipe(v.array(editSchema), v.minLength(1), v.maxLength(50_000), v.readonly()),
  cause: v.optional(stepCauseSchema),
});
export type Step = Readonly<v.InferOutput<typeof stepSchema>>;

/** Tells the edits of the report itself from the edits inside one row. */
export function isReportEdit(edit: Edit): edit is ReportEdit {
  switch (edit.kind) {
    case 'set-field':
      return edit.owner === 'report';
    case 'set-stage':
    case 'set-report-standing':
    case 'set-form':
    case 'add-initiative':
    case 'remove-initiative':
    case 'move-initiative':
      return true;
    default:
      return false;
  }
}

/** The row that an edit touches; null for the report's heading, stage and form. */
export function initiativeOf(edit: Edit): string | null {
  if (edit.kind === 'set-stage' || edit.kind === 'set-report-standing' || edit.kind === 'set-form')
    return null;
  if (edit.kind === 'set-field' && edit.owner === 'report') return null;
  return typeof edit.initiative === 'string' ? edit.initiative : edit.initiative.id;
}
