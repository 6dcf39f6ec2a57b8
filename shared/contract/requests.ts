import * as v from 'valibot';
import { editSchema, stepSchema } from '../model/edits.ts';
import { formNames } from '../model/form.ts';
import { identifierSchema, lineSchema, reportHeadingSchema, reportSchema } from '../model/report.ts';

/**
 * Every request that a page or an outside shell can make: name → what goes in, what comes out.
 *
 * All types are read off this table. Input is checked once, at the gate (main/application/dispatch.ts).
 */

const nothing = v.object({});
const report = v.object({ report: identifierSchema });

/** The open library as a person knows it. */
const librarySchema = v.object({ path: v.string(), name: v.string() });

export const reportSummarySchema = v.object({
  id: identifierSchema,
  ...reportHeadingSchema.entries,
  state: v.picklist(['draft']),
  /** 版, from 1. */
  revision: v.number(),
  rows: v.number(),
  /** ISO 8601, UTC. */
  changedAt: v.string(),
});

/** What a step did, as facts; the page words it. */
const stepSummarySchema = v.object({
  kinds: v.array(v.string()),
  /** The one field that the step touched, as outside tools name it; null when there are several. */
  field: v.nullable(v.string()),
  /** Number of the one row touched, as it stands now; null when there are several or it is gone. */
  row: v.nullable(v.number()),
});

/** What can be undone and redone now. */
const historySchema = v.object({
  undo: v.nullable(stepSummarySchema),
  redo: v.nullable(stepSummarySchema),
});

/** What an accepted step leaves behind: `sequence` counts the report's steps. */
const acceptedSchema = v.object({ sequence: v.number(), savedAt: v.string(), history: historySchema });

/** One thing that a reading of a file changed or could not place. */
const importedSchema = v.object({
  report: identifierSchema,
  rows: v.number(),
  paragraphs: v.number(),
  placed: v.number(),
  unplaced: v.array(
    v.object({
      row: v.nullable(v.number()),
      field: v.nullable(v.string()),
      text: v.string(),
      why: v.string(),
    }),
  ),
  warnings: v.array(v.string()),
});

const request = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) => ({
  input,
  output,
});

export const requests = {
  /** What the page needs to draw its first screen. */
  'application.start': request(
    nothing,
    v.object({
      version: v.string(),
      shell: v.picklist(['desktop', 'browser', 'command-line']),
      library: v.nullable(librarySchema),
      /** Why the library could not be opened, as a Failure; null when it could. */
      libraryFailure: v.nullable(v.unknown()),
    }),
  ),

  /** Asks where, makes an empty library there and opens it. */
  'library.create': request(nothing, librarySchema),
  /** Asks which, and opens it. */
  'library.open': request(nothing, librarySchema),

  'reports.list': request(nothing, v.array(reportSummarySchema)),
  'reports.create': request(reportHeadingSchema, v.object({ report: identifierSchema })),
  'reports.read': request(
    report,
    v.object({ report: reportSchema, sequence: v.number(), history: historySchema }),
  ),
  /** Stores a step; the same step id again answers as before and stores nothing. */
  'reports.edit': request(v.object({ report: identifierSchema, step: stepSchema }), acceptedSchema),
  /** Takes the last step back (or does it again) and says which edits that took. */
  'reports.undo': request(report, v.object({ ...acceptedSchema.entries, edits: v.array(editSchema) })),
  'reports.redo': request(report, v.object({ ...acceptedSchema.entries, edits: v.array(editSchema) })),

  /** Adds the sample report; answers the one that is there when it was added before. */
  'sample.add': request(nothing, v.object({ report: identifierSchema })),

  /** Asks which file, and adds or updates a report from it. */
  'reports.import': request(nothing, importedSchema),
  /** Asks where, and writes the report there: as the Word file of a form, or as JSON. */
  'reports.export': request(
    v.object({
      report: identifierSchema,
      form: v.picklist(formNames),
      kind: v.optional(v.picklist(['docx', 'json']), 'docx'),
    }),
    v.object({ path: v.string(), warnings: v.array(v.string()) }),
  ),
  /** Shows an exported file in its folder; only for files written by this program since it started. */
  'files.reveal': request(v.object({ path: v.string() }), nothing),
  /** Answers `files.wanted`; null when the person changed their mind. */
  'files.chosen': request(v.object({ question: identifierSchema, name: v.nullable(lineSchema) }), nothing),
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
/** What a caller passes. */
export type RequestInput<N extends RequestName> = ReadonlyDeep<v.InferInput<Requests[N]['input']>>;
/** What a handler gets, with defaults filled in. */
export type RequestArguments<N extends RequestName> = v.InferOutput<Requests[N]['input']>;
export type RequestOutput<N extends RequestName> = v.InferOutput<Requests[N]['output']>;

/** Callers may pass values that nobody may change. */
type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;

export type Library = v.InferOutput<typeof librarySchema>;
export type ReportSummary = v.InferOutput<typeof reportSummarySchema>;
export type StepSummary = v.InferOutput<typeof stepSummarySchema>;
export type History = v.InferOutput<typeof historySchema>;
export type Accepted = v.InferOutput<typeof acceptedSchema>;
export type Imported = v.InferOutput<typeof importedSchema>;
