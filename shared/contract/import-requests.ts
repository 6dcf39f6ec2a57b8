import * as v from 'valibot';
import { identifierSchema, reportHeadingSchema } from '../model/report.ts';
import { droppedSchema } from './drop-requests.ts';
import { importedSchema, unplacedSchema } from './exchange-requests.ts';
import { request } from './request.ts';

const fieldNameSchema = v.string();

/** What was understood of a Word file, beside what the file says. Nothing of it is stored yet. */
const readingSchema = v.object({
  /** By which `imports.store` stores it. */
  id: identifierSchema,
  fileName: v.string(),
  heading: reportHeadingSchema,
  /** Parts of the heading that the file does not say. */
  missing: v.array(v.string()),
  rows: v.number(),
  /** Lines of the file's text, and how many of them have their place in a field. */
  paragraphs: v.number(),
  placed: v.number(),
  cells: v.array(
    v.object({
      row: v.number(),
      field: fieldNameSchema,
      says: v.array(v.string()),
      understood: v.array(v.string()),
    }),
  ),
  unplaced: v.array(unplacedSchema),
  /** Ask how to take them, and read again the other way if need be. */
  hasTrackedChanges: v.boolean(),
  /** The stored report that it would update; null when it makes a new one. */
  updates: v.nullable(identifierSchema),
});

/** Reports that were typed in Word: read and shown first, stored when a person says so. */
export const importRequests = {
  /**
   * Asks for a Word file and understands it, with its tracked changes taken as accepted or as never made.
   * One that was dropped, or read before (`again`: its reading), is not asked for.
   */
  'imports.read': request(
    v.object({
      changes: v.optional(v.picklist(['accepted', 'original']), 'accepted'),
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
} as const;

export type Reading = v.InferOutput<typeof readingSchema>;
