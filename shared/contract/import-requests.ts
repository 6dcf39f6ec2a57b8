import * as v from 'valibot';
import type { Failure } from '../failure.ts';
import { headingParts, identifierSchema, reportHeadingSchema } from '../model/report.ts';
import { rowFieldSchema } from '../model/fields/schemas.ts';
import { droppedSchema } from './drop-requests.ts';
import { formFieldSchema } from '../model/forms/office-form.ts';
import { request } from './request.ts';

const fieldNameSchema = v.string();

const changesSchema = v.optional(v.picklist(['accepted', 'original']), 'accepted');

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The files that a person is asked for. */
const kindSchema = v.picklist(['word', 'json']);

/** A line of a file that stands in no field, and why, in words. */
const unplacedSchema = v.object({
  row: v.nullable(v.number()),
  field: v.nullable(v.string()),
  text: v.string(),
  why: v.string(),
});

/** What came of taking a file in. */
const importedSchema = v.object({
  report: identifierSchema,
  /** Rows of the file. */
  rows: v.number(),
  /** Rows of the report that are new, that changed, and that are gone by it. */
  added: v.number(),
  updated: v.number(),
  removed: v.number(),
  /** Rows that the file does not mention, and that stay. */
  unmentioned: v.number(),
  /** Lines of the file's text, and how many of them have their place in a field. */
  paragraphs: v.number(),
  placed: v.number(),
  unplaced: v.array(unplacedSchema),
  warnings: v.array(v.string()),
  /** `same`: the report said all of it already, and nothing was stored. */
  made: v.picklist(['new', 'update', 'same']),
  /**
   * It brought results into a report at the stage of the declaration: that goes on as the report (`begun`), or
   * stays where it was set back to, and does not show them (`hidden`).
   */
  results: v.nullable(v.picklist(['begun', 'hidden'])),
  /** Of an update: the step that it is. */
  step: v.nullable(identifierSchema),
  /** The rows of the report that the file speaks of, in its order. */
  initiatives: v.array(identifierSchema),
});

/** What was understood of a file, without its text. Nothing of it is stored yet. */
const readingSummarySchema = v.object({
  /** By which `imports.store` stores it. */
  id: identifierSchema,
  kind: kindSchema,
  fileName: v.string(),
  /** `fiscalYear` is 0 where nothing tells it: it must be completed before the reading is stored. */
  heading: reportHeadingSchema,
  /** Parts of the heading that the file does not say; those that something else told are in `heading`. */
  missing: v.array(v.string()),
  rows: v.number(),
  /** What its rows are known by: files of one report that have one in common bring the same row. */
  names: v.array(v.string()),
  /** Lines of the file's text, and how many of them have their place in a field. */
  paragraphs: v.number(),
  placed: v.number(),
  /** Ask how to take them, and read again the other way if need be. */
  hasTrackedChanges: v.boolean(),
  /** The stored report that it would update; null when it makes a new one. */
  updates: v.nullable(identifierSchema),
});

/** The same with its text: what was understood beside what the file says. */
const readingSchema = v.object({
  ...readingSummarySchema.entries,
  cells: v.array(
    v.object({
      row: v.number(),
      field: fieldNameSchema,
      says: v.array(v.string()),
      understood: v.array(v.string()),
    }),
  ),
  unplaced: v.array(unplacedSchema),
  warnings: v.array(v.string()),
  /** The fields of the file's form and of the report's that it would update, besides those that every report has. */
  own: v.array(formFieldSchema),
});

/** What storing a reading would do to one row. */
const plannedRowSchema = v.object({
  /** `unmentioned`: the report has it, and the file does not speak of it. */
  kind: v.picklist(['added', 'updated', 'same', 'unmentioned']),
  /** Its place in the file, from 1; null where it is not mentioned. */
  place: v.nullable(v.number()),
  /** The stored row and its number; null for one that is added. */
  initiative: v.nullable(identifierSchema),
  number: v.nullable(v.number()),
  title: v.string(),
  section: v.string(),
  /** What an update changes, as lines. */
  changes: v.array(
    v.object({
      field: rowFieldSchema,
      before: v.array(v.string()),
      after: v.array(v.string()),
    }),
  ),
  /** Fields that are empty in the file, and keep what is stored. */
  kept: v.array(rowFieldSchema),
});

const planSchema = v.object({
  /** The report that is updated; null when a new one is made. */
  report: v.nullable(identifierSchema),
  /** Those of the file in its order, then those that it does not mention. */
  rows: v.array(plannedRowSchema),
  /** What changes above the table. */
  heading: v.array(v.object({ part: v.picklist(headingParts), before: v.string(), after: v.string() })),
  /** The rows that are there already change places. */
  reordered: v.boolean(),
  /** Less than half of the file was understood, and the report is filled: nothing should be taken in unseen. */
  little: v.boolean(),
});

/** What a person decided, row by row. Without it everything is taken in and nothing goes. */
const choiceSchema = v.object({
  /** Rows of the file that are not taken in, by their place in it. */
  omitted: v.optional(v.array(count), []),
  /** Rows that the file does not mention and that go; `all` of them. */
  removed: v.optional(v.union([v.literal('all'), v.array(identifierSchema)]), []),
  /** What stands empty in the file empties what is stored. */
  empties: v.optional(v.boolean(), false),
});

const failureSchema = v.custom<Failure>((value) => typeof value === 'object');

/** Most files that are taken in at one go. */
export const mostFiles = 100;

/** What came of one of many files. */
const readFileSchema = v.variant('kind', [
  v.object({ kind: v.literal('read'), reading: readingSummarySchema }),
  v.object({ kind: v.literal('refused'), fileName: v.string(), failure: failureSchema }),
]);

/** What came of one reading that was to be stored. `left`: the person stopped before it. */
const storedFileSchema = v.variant('kind', [
  v.object({ kind: v.literal('stored'), reading: identifierSchema, imported: importedSchema }),
  v.object({ kind: v.literal('refused'), reading: identifierSchema, failure: failureSchema }),
  v.object({ kind: v.literal('left'), reading: identifierSchema }),
]);

const completed = {
  reading: identifierSchema,
  /** As the person completed it. */
  heading: v.optional(reportHeadingSchema),
  choice: v.optional(choiceSchema),
};

/** Reports in files, Word's or `sengen-report/1`: read and shown first, stored when a person says so, row by row. */
export const importRequests = {
  /**
   * Asks for a file and understands it, with its tracked changes taken as accepted or as never made.
   * One that was dropped, or read before (`again`: its reading), is not asked for.
   */
  'imports.read': request(
    'works',
    v.object({
      changes: changesSchema,
      dropped: v.optional(droppedSchema),
      again: v.optional(identifierSchema),
    }),
    readingSchema,
  ),
  /**
   * Asks for files of a kind and understands each; those that were dropped are not asked for.
   *
   * A file that can't be read stops none of the others. The readings wait until the next files are
   * asked for. Tells its progress, and can be cancelled: then nothing waits.
   */
  'imports.readMany': request(
    'works',
    v.object({
      kind: v.optional(kindSchema, 'word'),
      changes: changesSchema,
      dropped: v.optional(v.pipe(v.array(droppedSchema), v.maxLength(mostFiles)), []),
    }),
    v.object({ files: v.array(readFileSchema) }),
  ),
  /** A reading that waits, with its text. */
  'imports.show': request('works', v.object({ reading: identifierSchema }), readingSchema),
  /** What storing a reading that waits would do to the library as it is now. */
  'imports.plan': request(
    'works',
    v.object({ reading: completed.reading, heading: completed.heading }),
    planSchema,
  ),
  /**
   * Stores a reading, under the heading that the person completed. Updates are one step that can be undone.
   *
   * `unseen`: nobody has looked at what was understood. Then a file of which less than half was understood
   * does not touch a report that is filled.
   */
  'imports.store': request(
    'works',
    v.object({ ...completed, unseen: v.optional(v.boolean(), false) }),
    importedSchema,
  ),
  /**
   * Stores readings one after the other, each as `imports.store` does: each wholly or not at all, and
   * one that is refused stops none of the others. Readings of one year and department that bring the same row
   * are all refused.
   *
   * Tells its progress. `work.cancel` ends it between two files; what is stored by then stays stored,
   * and the answer says which that is.
   */
  'imports.storeMany': request(
    'works',
    v.object({ readings: v.pipe(v.array(v.object(completed)), v.minLength(1), v.maxLength(mostFiles)) }),
    v.object({ files: v.array(storedFileSchema) }),
  ),
  /**
   * Takes an import back: a new report goes to the bin, an update is undone. Fails with `import-overtaken` when the
   * report was changed since.
   */
  'imports.takeBack': request(
    'works',
    v.object({ report: identifierSchema, step: v.nullable(identifierSchema) }),
    v.object({}),
  ),
} as const;

export type Imported = v.InferOutput<typeof importedSchema>;
export type ReadingSummary = v.InferOutput<typeof readingSummarySchema>;
export type Reading = v.InferOutput<typeof readingSchema>;
export type ReadFile = v.InferOutput<typeof readFileSchema>;
export type StoredFile = v.InferOutput<typeof storedFileSchema>;
export type ImportPlan = v.InferOutput<typeof planSchema>;
export type PlannedRow = v.InferOutput<typeof plannedRowSchema>;
/** What a request may carry of it. */
export type ImportChoice = v.InferInput<typeof choiceSchema>;
