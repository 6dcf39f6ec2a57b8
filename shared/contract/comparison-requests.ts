import * as v from 'valibot';
import { formNames } from '../model/form.ts';
import type { OutlineDifference } from '../model/outline-difference.ts';
import { identifierSchema } from '../model/report.ts';
import { request } from './request.ts';

const place = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The earlier state that a report is held against. */
const againstSchema = v.variant('kind', [
  /** The department's report of the fiscal year before, its rows matched to this year's. */
  v.object({ kind: v.literal('last-year') }),
  /** A signed 版. */
  v.object({ kind: v.literal('revision'), revision: place }),
  /** The report after its first `sequence` steps, as in the history. */
  v.object({ kind: v.literal('step'), sequence: place }),
]);

const compared = { report: identifierSchema, against: againstSchema, form: v.picklist(formNames) };

/** 見え消し and 新旧対照表: what changed between two states of a report. */
export const comparisonRequests = {
  /** For the screen. `before` and `after` name the two states for a person. */
  'comparisons.show': request(
    'works',
    v.object(compared),
    v.object({
      before: v.string(),
      after: v.string(),
      difference: v.custom<OutlineDifference>((value) => typeof value === 'object'),
    }),
  ),
  /** Asks where, and writes a Word file: tracked changes that Word can accept, or a two-column table. */
  'comparisons.export': request(
    'works',
    v.object({ ...compared, as: v.picklist(['redline', 'table']) }),
    v.object({ path: v.string() }),
  ),
} as const;

export type ComparedWith = v.InferOutput<typeof againstSchema>;
