import * as v from 'valibot';
import {
  figuresSchema,
  fiscalYearSchema,
  identifierSchema,
  initiativeSchema,
  lineSchema,
  optionalLineSchema,
  outcomeSchema,
  paragraphsSchema,
  targetReferencesSchema,
  targetSchema,
  verdictSchema,
  writingStageSchema,
} from './report.ts';
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

const setReportField = v.variant('field', [
  v.object({
    kind: v.literal('set-report-field'),
    field: v.picklist(['municipality', 'department', 'yearLabel', 'headPost', 'headName']),
    before: lineSchema,
    after: lineSchema,
  }),
  v.object({
    kind: v.literal('set-report-field'),
    field: v.literal('fiscalYear'),
    before: fiscalYearSchema,
    after: fiscalYearSchema,
  }),
]);

const setStage = v.object({
  kind: v.literal('set-stage'),
  before: v.nullable(writingStageSchema),
  after: v.nullable(writingStageSchema),
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

const setInitiativeText = v.object({
  kind: v.literal('set-initiative-text'),
  ...row,
  field: v.picklist(['title', 'section']),
  before: lineSchema,
  after: lineSchema,
});
const setPageBreak = v.object({
  kind: v.literal('set-page-break'),
  ...row,
  /** Whose pages break; those of the report in what was logged before it was said. */
  document: v.optional(writingStageSchema, 'report'),
  before: v.boolean(),
  after: v.boolean(),
});
const setParagraphs = v.object({
  kind: v.literal('set-paragraphs'),
  ...row,
  field: v.picklist(['plan', 'results', 'direction']),
  before: paragraphsSchema,
  after: paragraphsSchema,
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
const setTargetText = v.variant('field', [
  v.object({
    kind: v.literal('set-target-text'),
    ...row,
    target: identifierSchema,
    field: v.literal('measure'),
    before: lineSchema,
    after: lineSchema,
  }),
  v.object({
    kind: v.literal('set-target-text'),
    ...row,
    target: identifierSchema,
    field: v.picklist(['note', 'value']),
    before: optionalLineSchema,
    after: optionalLineSchema,
  }),
]);
const setVerdict = v.object({
  kind: v.literal('set-verdict'),
  ...row,
  target: identifierSchema,
  before: v.nullable(verdictSchema),
  after: v.nullable(verdictSchema),
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
const setOutcomeText = v.variant('field', [
  v.object({
    kind: v.literal('set-outcome-text'),
    ...row,
    outcome: identifierSchema,
    field: v.literal('statement'),
    before: lineSchema,
    after: lineSchema,
  }),
  v.object({
    kind: v.literal('set-outcome-text'),
    ...row,
    outcome: identifierSchema,
    field: v.literal('asOf'),
    before: optionalLineSchema,
    after: optionalLineSchema,
  }),
]);
const setFigures = v.object({
  kind: v.literal('set-figures'),
  ...row,
  outcome: identifierSchema,
  before: figuresSchema,
  after: figuresSchema,
});
const setOutcomeTargets = v.object({
  kind: v.literal('set-outcome-targets'),
  ...row,
  outcome: identifierSchema,
  before: targetReferencesSchema,
  after: targetReferencesSchema,
});

/** Edits of the report itself: its heading, its stage, and which rows stand where. */
export const reportEditSchema = v.variant('kind', [
  setReportField,
  setStage,
  addInitiative,
  removeInitiative,
  moveInitiative,
]);

/** Edits inside one row. */
export const initiativeEditSchema = v.variant('kind', [
  setInitiativeText,
  setPageBreak,
  setParagraphs,
  addTarget,
  removeTarget,
  moveTarget,
  setTargetText,
  setVerdict,
  addOutcome,
  removeOutcome,
  moveOutcome,
  setOutcomeText,
  setFigures,
  setOutcomeTargets,
]);

export const editSchema = v.variant('kind', [reportEditSchema, initiativeEditSchema]);

export type ReportEdit = Readonly<v.InferOutput<typeof reportEditSchema>>;
export type InitiativeEdit = Readonly<v.InferOutput<typeof initiativeEditSchema>>;
export type Edit = ReportEdit | InitiativeEdit;

/** What a person did in one go, and takes back in one go. `id` is made where the step is made, once. */
export const stepSchema = v.object({
  id: identifierSchema,
  edits: v.pipe(v.array(editSchema), v.minLength(1), v.maxLength(50_000), v.readonly()),
  cause: v.optional(stepCauseSchema),
});
export type Step = Readonly<v.InferOutput<typeof stepSchema>>;

const reportEditKinds: ReadonlySet<Edit['kind']> = new Set<ReportEdit['kind']>([
  'set-report-field',
  'set-stage',
  'add-initiative',
  'remove-initiative',
  'move-initiative',
]);

/** Tells the edits of the report itself from the edits inside one row. */
export function isReportEdit(edit: Edit): edit is ReportEdit {
  return reportEditKinds.has(edit.kind);
}

/** The row that an edit touches; null for the report's heading and stage. */
export function initiativeOf(edit: Edit): string | null {
  if (edit.kind === 'set-report-field' || edit.kind === 'set-stage') return null;
  return typeof edit.initiative === 'string' ? edit.initiative : edit.initiative.id;
}
