import * as v from 'valibot';
import {
  figuresSchema,
  fiscalYearSchema,
  identifierSchema,
  lineSchema,
  optionalLineSchema,
  ownValueSchema,
  paragraphsSchema,
  targetReferencesSchema,
  verdictSchema,
} from '../report.ts';
import { lineFields, paragraphFields } from './built-in-fields.ts';
import { ownFieldSchema } from './schemas.ts';

/**
 * A field says something else: one edit for all of them, whoever has the field.
 *
 * A form's own field holds a line or a list of lines; before and after may be empty, which is never stored.
 */

function changed<const Value extends v.GenericSchema>(value: Value) {
  return { before: value, after: value };
}

const setField = v.literal('set-field');
const own = { field: ownFieldSchema, ...changed(ownValueSchema) };

const ofReport = { kind: setField, owner: v.literal('report') };
export const setReportField = v.variant('field', [
  v.object({
    ...ofReport,
    field: v.picklist(['municipality', 'department', 'yearLabel', 'headPost', 'headName']),
    ...changed(lineSchema),
  }),
  v.object({ ...ofReport, field: v.literal('fiscalYear'), ...changed(fiscalYearSchema) }),
  v.object({ ...ofReport, ...own }),
]);

const ofRow = { kind: setField, owner: v.literal('row'), initiative: identifierSchema };
export const setRowField = v.variant('field', [
  v.object({ ...ofRow, field: v.picklist(lineFields), ...changed(lineSchema) }),
  v.object({ ...ofRow, field: v.picklist(paragraphFields), ...changed(paragraphsSchema) }),
  v.object({ ...ofRow, ...own }),
]);

const ofTarget = { ...ofRow, owner: v.literal('target'), target: identifierSchema };
export const setTargetField = v.variant('field', [
  v.object({ ...ofTarget, field: v.literal('measure'), ...changed(lineSchema) }),
  v.object({ ...ofTarget, field: v.picklist(['note', 'value']), ...changed(optionalLineSchema) }),
  v.object({ ...ofTarget, field: v.literal('verdict'), ...changed(v.nullable(verdictSchema)) }),
  v.object({ ...ofTarget, ...own }),
]);

const ofOutcome = { ...ofRow, owner: v.literal('outcome'), outcome: identifierSchema };
export const setOutcomeField = v.variant('field', [
  v.object({ ...ofOutcome, field: v.literal('statement'), ...changed(lineSchema) }),
  v.object({ ...ofOutcome, field: v.literal('asOf'), ...changed(optionalLineSchema) }),
  v.object({ ...ofOutcome, field: v.literal('figures'), ...changed(figuresSchema) }),
  v.object({ ...ofOutcome, field: v.literal('targets'), ...changed(targetReferencesSchema) }),
  v.object({ ...ofOutcome, ...own }),
]);
