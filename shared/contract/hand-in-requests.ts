import * as v from 'valibot';
import { identifierSchema, lineSchema } from '../model/report.ts';
import { request } from './request.ts';

const counted = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.nullable(v.string());

/** A place as a person knows it: the number printed in NO. (null: none, or the whole report), and the field. */
const namedPlace = { row: v.nullable(counted), field: v.string() };

/** Sides that differ about a place, as texts; null where a part is not there. */
const conflictSchema = v.object({
  id: identifierSchema,
  ...namedPlace,
  /** The row's identifier; null for the order of rows. */
  initiative: v.nullable(identifierSchema),
  /** What the field is called; of a field of a target or an outcome, with which of them. */
  name: v.string(),
  base: text,
  /** What stands there now. */
  ours: text,
  theirs: v.array(text),
  section: v.string(),
  by: v.string(),
});

/** 配布・提出・取りまとめ: a section's rows going out, and coming back. */
export const handInRequests = {
  /** Asks where, and writes a section's rows for it to write in. */
  'parts.giveOut': request(
    'works',
    v.object({
      report: identifierSchema,
      section: lineSchema,
      deadline: v.optional(lineSchema, ''),
      note: v.optional(lineSchema, ''),
    }),
    v.object({ path: v.string(), rows: counted }),
  ),
  /** Asks for a part, and says what it is; nothing is stored. */
  'parts.look': request(
    'none',
    v.object({ dropped: v.optional(lineSchema) }),
    v.object({
      kind: v.picklist(['given-out', 'handed-in']),
      yearLabel: v.string(),
      department: v.string(),
      section: v.string(),
      by: v.string(),
      at: v.string(),
      note: v.string(),
      deadline: v.string(),
      rows: counted,
    }),
  ),
  /** Asks for what was given out, and makes its report in this library, in which it is not yet. */
  'parts.begin': request(
    'works',
    v.object({}),
    v.object({ report: identifierSchema, section: v.string(), rows: counted, deadline: v.string() }),
  ),
  /** Asks where, and writes a section's rows as they are now. */
  'parts.handIn': request(
    'works',
    v.object({ report: identifierSchema, section: lineSchema, note: v.optional(lineSchema, '') }),
    v.object({ path: v.string(), rows: counted }),
  ),
  /** Asks for a hand-in, and takes it into the report that it belongs to: one step, and what sides differ about. */
  'parts.takeIn': request(
    'works',
    v.object({ dropped: v.optional(lineSchema) }),
    v.object({
      report: identifierSchema,
      section: v.string(),
      by: v.string(),
      /** It was taken in before, or one that goes on from it was. */
      known: v.boolean(),
      /** The step, null where nothing had to be changed. */
      step: v.nullable(identifierSchema),
      merged: v.array(v.object(namedPlace)),
      /** What is not settled, of this distribution. */
      conflicts: v.array(conflictSchema),
    }),
  ),
  /** What is not settled in a report, in the order in which it was met. */
  'conflicts.list': request('works', v.object({ report: identifierSchema }), v.array(conflictSchema)),
  /** Settles one: what stands there stays, or what was there before, or what one of the others says (from 0). */
  'conflicts.settle': request(
    'works',
    v.object({ conflict: identifierSchema, with: v.union([v.picklist(['ours', 'base']), counted]) }),
    v.object({ step: v.nullable(identifierSchema), open: counted }),
  ),
} as const;

export type OpenConflict = v.InferOutput<typeof conflictSchema>;
