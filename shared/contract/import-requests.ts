import * as v from 'valibot';
import type { Failure } from '../failure.ts';
import { identifierSchema, reportHeadingSchema } from '../model/report.ts';
import { droppedSchema } from './drop-requests.ts';
import { importedSchema, unplacedSchema } from './exchange-requests.ts';
import { request } from './request.ts';

const fieldNameSchema = v.string();

const changesSchema = v.optional(v.picklist(['accepted', 'original']), 'accepted');

/** What was understood of a Word file, without its text. Nothing of it is stored yet. */
const readingSummarySchema = v.object({
  /** By which `imports.store` stores it. */
  id: identifierSchema,
  fileName: v.string(),
  /** `fiscalYear` is 0 where nothing tells it: it must be completed before the reading is stored. */
  heading: reportHeadingSchema,
  /** Parts of the heading that the file does not say; those that something else told are in `heading`. */
  missing: v.array(v.string()),
  rows: v.number(),
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

/** Reports that were typed in Word: read and shown first, stored when a person says so. */
export const importRequests = {
  /**
   * Asks for a Word file and understands it, with its tracked changes taken as accepted or as never made.
   * One that was dropped, or read before (`again`: its reading), is not asked for.
   */
  'imports.read': request(
    v.object({
      changes: changesSchema,
      dropped: v.optional(droppedSchema),
      again: v.optional(identifierSchema),
    }),
    readingSchema,
  ),
  /** Stores a reading, under the heading that the person completed. Updates are one step that can be undone. */
  'imports.store': request(
    v.object({ reading: identifierSchema, heading: v.optional(reportHeadingSchema) }),
    importedSchema,
  ),
  /**
   * Asks for Word files and understands each; those that were dropped are not asked for.
   *
   * A file that can't be read stops none of the others. The readings wait until the next files are
   * asked for. Tells its progress, and can be cancelled: then nothing waits.
   */
  'imports.readMany': request(
    v.object({
      changes: changesSchema,
      dropped: v.optional(v.pipe(v.array(droppedSchema), v.maxLength(mostFiles)), []),
    }),
    v.object({ files: v.array(readFileSchema) }),
  ),
  /** A reading that waits, with its text. */
  'imports.show': request(v.object({ reading: identifierSchema }), readingSchema),
  /**
   * Stores readings one after the other, each as `imports.store` does: each wholly or not at all, and
   * one that is refused stops none of the others. Readings of one year and department are all refused.
   *
   * Tells its progress. `work.cancel` ends it between two files; what is stored by then stays stored,
   * and the answer says which that is.
   */
  'imports.storeMany': request(
    v.object({
      readings: v.pipe(
        v.array(v.object({ reading: identifierSchema, heading: v.optional(reportHeadingSchema) })),
        v.minLength(1),
        v.maxLength(mostFiles),
      ),
    }),
    v.object({ files: v.array(storedFileSchema) }),
  ),
} as const;

export type ReadingSummary = v.InferOutput<typeof readingSummarySchema>;
export type ReadFile = v.InferOutput<typeof readFileSchema>;
export type StoredFile = v.InferOutput<typeof storedFileSchema>;
export type Reading = v.InferOutput<typeof readingSchema>;
