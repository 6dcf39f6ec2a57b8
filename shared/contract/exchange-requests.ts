import * as v from 'valibot';
import { formNames } from '../model/form.ts';
import { identifierSchema, lineSchema } from '../model/report.ts';
import { request } from './request.ts';

/** The sample coming in, reports going out to files. */
export const exchangeRequests = {
  /** Adds the sample report; answers the one that is there when it was added before. */
  'sample.add': request('works', v.object({}), v.object({ report: identifierSchema })),

  /** Asks where, and writes the report there: as the Word file of a form, or as JSON. */
  'reports.export': request(
    'works',
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
  'files.reveal': request('none', v.object({ path: v.string() }), v.object({})),
  /** Answers `files.wanted`; null when the person changed their mind. Where one file is wanted the first counts. */
  'files.chosen': request(
    'none',
    v.object({
      question: identifierSchema,
      names: v.nullable(v.pipe(v.array(lineSchema), v.maxLength(1_000))),
    }),
    v.object({}),
  ),
} as const;
