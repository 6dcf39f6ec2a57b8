import * as v from 'valibot';
import { formNames } from '../model/form.ts';
import { identifierSchema, lineSchema } from '../model/report.ts';
import { droppedSchema } from './drop-requests.ts';
import { request } from './request.ts';

/** A line of a file that stands in no field, and why, in words. */
export const unplacedSchema = v.object({
  row: v.nullable(v.number()),
  field: v.nullable(v.string()),
  text: v.string(),
  why: v.string(),
});

/** What came of taking a file in. */
export const importedSchema = v.object({
  report: identifierSchema,
  rows: v.number(),
  paragraphs: v.number(),
  placed: v.number(),
  unplaced: v.array(unplacedSchema),
  warnings: v.array(v.string()),
});

/** Reports coming in from files and going out to files. */
export const exchangeRequests = {
  /** Adds the sample report; answers the one that is there when it was added before. */
  'sample.add': request(v.object({}), v.object({ report: identifierSchema })),

  /** Asks which JSON file (or takes the one that was dropped), and adds or updates a report from it. */
  'reports.import': request(v.object({ dropped: v.optional(droppedSchema) }), importedSchema),
  /** Asks where, and writes the report there: as the Word file of a form, or as JSON. */
  'reports.export': request(
    v.object({
      report: identifierSchema,
      /** As its stage says when left out. */
      form: v.optional(v.picklist(formNames)),
      kind: v.optional(v.picklist(['docx', 'json']), 'docx'),
      /** Word tracks what is changed in the file; as the form says when left out. */
      trackChanges: v.optional(v.boolean()),
    }),
    v.object({ path: v.string(), warnings: v.array(v.string()) }),
  ),
  /** Shows an exported file in its folder; only for files written by this program since it started. */
  'files.reveal': request(v.object({ path: v.string() }), v.object({})),
  /** Answers `files.wanted`; null when the person changed their mind. Where one file is wanted the first counts. */
  'files.chosen': request(
    v.object({
      question: identifierSchema,
      names: v.nullable(v.pipe(v.array(lineSchema), v.maxLength(1_000))),
    }),
    v.object({}),
  ),
} as const;

export type Imported = v.InferOutput<typeof importedSchema>;
