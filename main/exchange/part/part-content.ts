import * as v from 'valibot';
import { officeFormSchema } from '../../../shared/model/forms/office-form.ts';
import {
  identifierSchema,
  initiativeSchema,
  lineSchema,
  reportHeadingSchema,
  writingStageSchema,
} from '../../../shared/model/report.ts';
import { reportStandingSchema } from '../../../shared/model/states/standing.ts';

/**
 * `sengen-part/1`: the rows of one section, given out to it or handed in by it. A `.sengen-part` is a zip of two JSON
 * texts, `manifest.json` and `content.json`; what is handed in is never changed afterwards.
 */
export const partFormat = 'sengen-part/1';

export const partNames = { manifest: 'manifest.json', content: 'content.json' } as const;

/** Most rows of one section, hand-ins that one goes on from, and steps that a log names. */
const mostRows = 5_000;
const mostHandIns = 10_000;
const mostSteps = 1_000_000;

/** The SHA-256 of some content, as 64 hexadecimal digits. */
const hashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const manifestSchema = v.object({
  format: v.literal(partFormat),
  kind: v.picklist(['given-out', 'handed-in']),
  /** Of the bytes of `content.json`. */
  content: hashSchema,
});

const rowsSchema = v.pipe(v.array(initiativeSchema), v.maxLength(mostRows), v.readonly());
const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where the rows came from: the report of the compiler's library after so many steps, and the last of these ('' for none). */
export const startSchema = v.object({
  sequence: countSchema,
  step: v.union([v.literal(''), identifierSchema]),
});

export const partContentSchema = v.object({
  format: v.literal(partFormat),
  report: v.object({
    ...reportHeadingSchema.entries,
    id: identifierSchema,
    stage: v.nullable(writingStageSchema),
    form: v.exactOptional(officeFormSchema),
    /** Whether its declaration is published, and was opened again. */
    standing: v.exactOptional(reportStandingSchema),
  }),
  section: lineSchema,
  /** Null of a copy of the whole library: where it parted from the compiler's is read off `log`. */
  start: v.nullable(startSchema),
  /** The steps that the report went through, by their identifiers; empty where `start` is known. */
  log: v.pipe(v.array(identifierSchema), v.maxLength(mostSteps), v.readonly()),
  /** The section's rows as they were given out; null of a copy of the whole library. */
  base: v.nullable(rowsSchema),
  rows: rowsSchema,
  /** All rows that the library had, of whatever section: what is among them was not taken away. */
  present: v.pipe(v.array(identifierSchema), v.maxLength(20_000), v.readonly()),
  /** Hashes of the hand-ins that this one goes on from. */
  after: v.pipe(v.array(hashSchema), v.maxLength(mostHandIns), v.readonly()),
  by: lineSchema,
  /** ISO 8601, UTC, by the clock of the PC: only ever shown. */
  at: lineSchema,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  note: lineSchema,
  /** The day by which it is to be handed in, as it was written; '' for none. */
  deadline: lineSchema,
});

export type PartKind = v.InferOutput<typeof manifestSchema>['kind'];
export type PartContent = v.InferOutput<typeof partContentSchema>;

/** A part as it was read. `hash` says which it is: the same content has the same. */
export interface Part {
  readonly kind: PartKind;
  readonly hash: string;
  readonly content: PartContent;
}
